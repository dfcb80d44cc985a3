package org.wangge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.wangge.graphql.GlobalId;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Socket;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import org.wangge.town.TownThing;
import org.wangge.town.Unlimited;

/// Whoever walks through the graph, from wherever, comes to personal values of nobody whom the
/// permission matrix does not show them: every path up to six fields long, made from the schema, with
/// ids of all residents and of what they are bound to.
@ApiTest
@Unlimited
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalPathTests {
    private static final int LONGEST = 6;
    private static final int RESIDENTS = 15;
    private static final String REPORTER = "reporter";
    private static final String REPLY = "reply";
    private static final String VOLUNTEER = "volunteer";

    @Autowired
    Graph graph;

    @Autowired
    GraphQlSource source;

    private static final TownThing HELPER = new TownThing("volunteer", 40, 1);

    private final Map<String, Row> rows = new HashMap<>();
    private final List<String> issues = new ArrayList<>();

    private record Row(String id, String key, boolean isInNeed) {}

    @BeforeAll
    void prepare() throws SQLException {
        try (var connection = TestPostgres.connect(graph.database());
                var statement = connection.createStatement();
                var found = statement.executeQuery("select id, grid_key, care_needs <> '{}' from resident")) {
            while (found.next()) {
                var id = GlobalId.encode("resident", found.getObject(1, UUID.class));
                rows.put(id, new Row(id, found.getString(2), found.getBoolean(3)));
            }
        }
        for (var resident : rows.keySet()) {
            issues.add(report(resident));
        }
        TestPostgres.execute(
                graph.database(), """
                insert into volunteer (id, grid_id, grid_key, name_mask, joined_at)
                values ('%s', '%s', '%s', '志*', now())""".formatted(HELPER.uuid(), Town.WILLOW_ONE.uuid(), Town.WILLOW_ONE.key()));
        deliberate();
        publish();
    }

    /// Everybody of 柳一格 sits in its council, and brought up a topic.
    private void deliberate() {
        TestPostgres.execute(graph.database(), """
                insert into council (id, grid_id, grid_key, name, quorum_parts, quorum_of, quorum_above,
                                     threshold_parts, threshold_of, threshold_above, vote_by, notice_days, founded_at)
                select '%1$s', id, grid_key, '议事会', 1, 2, false, 1, 2, true, 'PERSON', 3, now()
                from grid where grid_key = '1.1.1.'
                on conflict do nothing""".formatted(Town.uuid(40, 1)));
        TestPostgres.execute(graph.database(), """
                insert into council_seat (council_id, resident_id, role, from_on)
                select '%1$s', id, 'MEMBER', '2026-01-01' from resident where grid_key like '1.1.1.%%'
                  and not exists (select 1 from council_seat)""".formatted(Town.uuid(40, 1)));
        TestPostgres.execute(
                graph.database(), """
                insert into topic (id, grid_id, grid_key, council_id, source, title, background, options, proposed_by,
                                   resident_id, proposed_at)
                select '%1$s', grid_id, grid_key, '%2$s', 'RESIDENT', '议题', '背景', '{是,否}', 'resident:' || id, id, now()
                from resident where id = '%3$s'
                on conflict do nothing""".formatted(Town.uuid(41, 1), Town.uuid(40, 1), TownHomes.ZHANG_WEI.uuid()));
    }

    /// Something was published to everybody.
    private void publish() {
        TestPostgres.execute(graph.database(), """
                insert into policy_notice (id, grid_id, grid_key, title, body, for_residents, care_needs, roles, status,
                                           status_at, drafted_by, published_at, announced_at)
                select '%1$s', id, grid_key, '通知', '正文', true, '{}', '{}', 'PUBLISHED', now(), 'town', now(), now()
                from grid where grid_key = '1.'
                on conflict do nothing""".formatted(Town.uuid(43, 1)));
        TestPostgres.execute(graph.database(), """
                insert into policy_addressee (id, notice_id, person, is_staff, grid_key)
                select replace(id::text, '-7009-', '-7044-')::uuid, '%1$s', id, false, grid_key from resident
                on conflict do nothing""".formatted(Town.uuid(43, 1)));
    }

    @ParameterizedTest
    @EnumSource
    void leadsToNobodyWhomTheMatrixHides(TownAccount account) {
        var seen = new TreeSet<String>();
        for (var walk : paths().of(source.schema().getQueryType()).values()) {
            seen.addAll(owners(graph.as(account), walk));
        }

        assertThat(seen).isEqualTo(allowed(account));
    }

    @Test
    void leadsNobodyWithoutATokenToAnybody() {
        for (var walk : paths().of(source.schema().getQueryType()).values()) {
            assertThat(owners(graph.anonymous(), walk)).isEmpty();
        }
    }

    @Test
    void walksManyPaths() {
        var paths = paths();
        var roots = paths.of(source.schema().getQueryType()).keySet();

        assertThat(roots)
                .contains(
                        "resident",
                        "residents",
                        "household",
                        "households",
                        "premises",
                        "issue",
                        "council",
                        "topic",
                        "policyAddressees",
                        "node");
        assertThat(paths.count()).isGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource(names = {"EVERYTHING", "WANG", "OUYANG", "COMMANDER", "ZHANG_WEI"})
    void tellsOfNobodyWhomTheMatrixHides(TownAccount account) {
        var walk = Objects.requireNonNull(
                paths().of(source.schema().getSubscriptionType()).get("issueEvents"));
        var seen = new TreeSet<String>();
        var resident = TownHomes.ZHANG_WEI.id();
        try (var socket = new Socket(graph.socketUrl(), graph.as(account).token())
                .subscribe(walk.documents("subscription").getFirst(), Map.of())) {
            socket.nextItem();
            report(resident);
            collect(socket.poll(2_000), null, seen);
        }

        var allowed = allowed(account);
        assertThat(seen.contains(resident)).isEqualTo(allowed.contains(resident));
        assertThat(allowed).containsAll(seen);
    }

    private Set<String> owners(Graph asking, PersonalPaths.Walk walk) {
        var seen = new TreeSet<String>();
        for (var document : walk.documents("query")) {
            collect(asking.ask(document).data(), null, seen);
        }
        return seen;
    }

    /// Notes whose personal values stand in an answer; nothing may stand there in clear.
    private static void collect(@Nullable Object value, @Nullable String owner, Set<String> seen) {
        if (value instanceof Map<?, ?> map) {
            if (map.containsKey("display")) {
                assertThat(map.get("value")).isNull();
                assertThat(map.get("visibility")).isEqualTo("MASKED");
                note(String.valueOf(owner), seen);
            }
            var next = owner(map, owner);
            map.values().forEach(item -> collect(item, next, seen));
        } else if (value instanceof List<?> list) {
            list.forEach(item -> collect(item, owner, seen));
        }
    }

    /// Whom a reply names is shown, masked, to whoever sees the reply.
    private static void note(String owner, Set<String> seen) {
        if (!owner.equals(REPLY)) {
            seen.add(owner);
        }
    }

    /// Whose values stand there.
    private static @Nullable String owner(Map<?, ?> map, @Nullable String outer) {
        return switch (String.valueOf(map.get("__typename"))) {
            case "Resident" -> String.valueOf(map.get("id"));
            case "Reporter" -> REPORTER;
            case "Reply" -> REPLY;
            case "Volunteer" -> VOLUNTEER;
            default -> outer;
        };
    }

    /// Residents, and whether those who reported an issue are seen: their own by themselves, all by the
    /// posts that take issues in and supervise them; and volunteers, by those who hold activities there.
    private Set<String> allowed(TownAccount account) {
        var allowed = residents(account);
        if (EnumSet.of(TownAccount.EVERYTHING, TownAccount.INTAKE, TownAccount.ZHANG_WEI, TownAccount.LI_NA)
                .contains(account)) {
            allowed.add(REPORTER);
        }
        if (EnumSet.of(
                        TownAccount.EVERYTHING,
                        TownAccount.LI,
                        TownAccount.WANG,
                        TownAccount.WILLOW_LEADER,
                        TownAccount.LEADER)
                .contains(account)) {
            allowed.add(VOLUNTEER);
        }
        return allowed;
    }

    private Set<String> residents(TownAccount account) {
        BiPredicate<Row, String> below = (row, key) -> row.key().startsWith(key);
        return rows.values().stream()
                .filter(row -> switch (account) {
                    case EVERYTHING -> true;
                    case LI, WANG -> below.test(row, Town.WILLOW_ONE.key());
                    case OUYANG -> below.test(row, Town.BRIDGE_ONE.key());
                    case ZHAO -> row.isInNeed() && below.test(row, Town.WILLOW.key());
                    case WILLOW_LEADER -> below.test(row, Town.WILLOW.key());
                    case ZHANG_WEI -> row.id().equals(TownHomes.ZHANG_WEI.id());
                    case LI_NA -> row.id().equals(TownHomes.LI_NA.id());
                    case LEADER,
                            COMMANDER,
                            INTAKE,
                            ANALYSIS,
                            HANDLER,
                            NEWCOMER,
                            SYSTEM_ADMIN,
                            SECURITY_ADMIN,
                            AUDITOR -> false;
                })
                .map(Row::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private PersonalPaths paths() {
        var residents = rows.keySet().stream().sorted().toList();
        var households = IntStream.rangeClosed(1, 6).mapToObj(i -> id("household", 8, i));
        var premises = IntStream.rangeClosed(1, 8).mapToObj(i -> id("premises", 7, i));
        var nodes = Stream.of(
                        residents.stream(),
                        households,
                        premises,
                        issues.stream(),
                        Stream.of(id("policyAddressee", 44, 1), id("policyAddressee", 44, 11)),
                        Stream.of(HELPER.id()),
                        Stream.of(id("council", 40, 1), id("topic", 41, 1), id("policyNotice", 43, 1)),
                        Town.GRIDS.stream().map(one -> one.id()))
                .flatMap(ids -> ids)
                .toList();
        return new PersonalPaths(
                source.schema(),
                LONGEST,
                Map.ofEntries(
                        Map.entry("ResidentLookup", lookups(residents)),
                        Map.entry(
                                "HouseholdLookup",
                                lookups(IntStream.rangeClosed(1, 6)
                                        .mapToObj(i -> id("household", 8, i))
                                        .toList())),
                        Map.entry(
                                "PremisesLookup",
                                lookups(IntStream.rangeClosed(1, 8)
                                        .mapToObj(i -> id("premises", 7, i))
                                        .toList())),
                        Map.entry("IssueLookup", lookups(issues)),
                        Map.entry(
                                "PossibleDuplicatesInput",
                                List.of("{category: \"NOISE\", gridId: \"" + Town.WILLOW_ONE.id() + "\"}")),
                        Map.entry("gridId", List.of('"' + Town.STREET.id() + '"')),
                        Map.entry("within", List.of('"' + Town.STREET.id() + '"')),
                        Map.entry("activityId", List.of('"' + id("activity", 42, 1) + '"')),
                        Map.entry("projectId", List.of('"' + id("livelihoodProject", 42, 2) + '"')),
                        Map.entry("noticeId", List.of('"' + id("policyNotice", 43, 1) + '"')),
                        Map.entry("venueId", List.of('"' + id("venue", 42, 3) + '"')),
                        Map.entry("from", List.of("\"2025-01-01\"")),
                        Map.entry("to", List.of("\"2099-01-01\"")),
                        Map.entry("id", nodes.stream().map(id -> '"' + id + '"').toList()),
                        Map.entry(
                                "ids",
                                List.of(nodes.stream()
                                        .map(id -> '"' + id + '"')
                                        .collect(Collectors.joining(",", "[", "]")))),
                        Map.entry("first", List.of("100"))));
    }

    private static List<String> lookups(List<String> ids) {
        return ids.stream().map(id -> "{id: \"" + id + "\"}").toList();
    }

    private static String id(String type, int kind, int number) {
        return GlobalId.encode(type, Town.uuid(kind, number));
    }

    private String report(String onBehalfOf) {
        assertThat(rows).hasSize(RESIDENTS);
        var input = Map.of(
                "key",
                UUID.randomUUID().toString(),
                "category",
                "NOISE",
                "description",
                "代居民反映的噪声问题",
                "source",
                "GRID_VISIT",
                "onBehalfOf",
                onBehalfOf,
                "gridId",
                Town.WILLOW_ONE.id());
        return graph.ask(
                        "mutation($input: ReportIssueInput!) { reportIssue(input: $input) { issue { id } } }",
                        Map.of("input", input))
                .text("reportIssue.issue.id");
    }
}
