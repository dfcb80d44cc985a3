package org.wangge.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Deeds;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;

/// Organisations grow up, and everybody sees how far they have come.
@ApiTest
class OrganisationTests {
    private static final String CODE = "91350100M000100Y43";
    private static final String FIELDS =
            "organisation { id name kind registration creditCode isActive version grid { name } }";

    @Autowired
    Graph graph;

    private Deeds li;

    @BeforeEach
    void asWhoLeadsTheGrid() {
        li = new Deeds(graph.as(TownAccount.LI));
        TestPostgres.execute(
                graph.database(),
                "update social_organisation set registration = 'FILED', credit_code = null where credit_code is not null");
    }

    @Test
    void isRegisteredByWhoeverLeadsTheGridAndSeenByEverybody() {
        var key = UUID.randomUUID().toString();
        var first = register(Map.of("key", key, "name", "柳一格太极队", "kind", "CULTURE_SPORTS"));
        var again = register(Map.of("key", key, "name", "柳一格太极队", "kind", "CULTURE_SPORTS"));

        assertThat(first.text("done.organisation.grid.name")).isEqualTo("柳一格");
        assertThat(again.text("done.organisation.id")).isEqualTo(first.text("done.organisation.id"));
        assertThat(again.get("done.replayed", Boolean.class)).isTrue();
        assertThat(graph.anonymous()
                        .ask(
                                "{ organisations(first: 100, filter: {within: \"%s\", kind: [CULTURE_SPORTS], name: \"太极\"}) { nodes { id } } }"
                                        .formatted(Town.WILLOW.id()))
                        .texts("organisations.nodes[*].id"))
                .contains(first.text("done.organisation.id"));
    }

    @ParameterizedTest
    @EnumSource(names = {"WANG", "INTAKE", "HANDLER", "ZHANG_WEI", "AUDITOR"})
    void isRegisteredByNobodyElse(TownAccount account) {
        assertThat(new Deeds(graph.as(account))
                        .done("registerOrganisation", FIELDS, input(Map.of()))
                        .code())
                .isEqualTo("NOT_PERMITTED");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        var wrong = register(Map.of(
                "name", " ",
                "purpose", "的".repeat(501),
                "memberCount", -1,
                "registration", "REGISTERED",
                "creditCode", "91350100M000100Y44",
                "foundedOn", "2999-01-01"));

        assertThat(Deeds.problems(wrong))
                .containsExactlyInAnyOrder(
                        "name REQUIRED",
                        "purpose TOO_LONG",
                        "memberCount OUT_OF_RANGE",
                        "creditCode MALFORMED",
                        "foundedOn IN_THE_FUTURE");
        assertThat(Deeds.problems(register(Map.of("gridId", Town.BRIDGE_ONE.id()))))
                .containsExactly("gridId UNKNOWN");
        assertThat(Deeds.problems(register(Map.of("creditCode", CODE)))).containsExactly("creditCode NOT_ALLOWED");
    }

    @Test
    void goesOnAndNotBack() {
        var id = register(Map.of()).text("done.organisation.id");

        var filed = change(id, 1, "FILED", null);
        var back = change(id, 2, "INCUBATING", null);
        var stale = change(id, 1, "REGISTERED", CODE);
        var registered = change(id, 2, "REGISTERED", CODE);

        assertThat(filed.text("done.organisation.registration")).isEqualTo("FILED");
        assertThat(Deeds.problems(back)).containsExactly("registration CONTRADICTS");
        assertThat(stale.number("done.refusal.current")).isEqualTo(2);
        assertThat(registered.text("done.organisation.creditCode")).isEqualTo(CODE);
        var other = register(Map.of("registration", "REGISTERED", "creditCode", CODE));
        assertThat(Deeds.problems(other)).containsExactly("creditCode DUPLICATE");
    }

    @Test
    void endsWithADayAndAReason() {
        var id = register(Map.of()).text("done.organisation.id");
        Map<String, Object> end =
                Map.of("organisationId", id, "expectedVersion", 1, "on", "2026-06-01", "reason", "成员外迁");

        var ended = li.done("dissolveOrganisation", FIELDS, end);

        assertThat(ended.get("done.organisation.isActive", Boolean.class)).isFalse();
        assertThat(Deeds.problems(li.done("dissolveOrganisation", FIELDS, end)))
                .containsExactly("organisationId UNKNOWN");
    }

    private Answer change(String id, int version, String registration, @Nullable String code) {
        Map<String, Object> input =
                new HashMap<>(Map.of("organisationId", id, "expectedVersion", version, "registration", registration));
        if (code != null) {
            input.put("creditCode", code);
        }
        return li.done("changeRegistration", FIELDS, input);
    }

    private Answer register(Map<String, ?> fields) {
        return li.done("registerOrganisation", FIELDS, input(fields));
    }

    private static Map<String, Object> input(Map<String, ?> fields) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "gridId", Town.WILLOW_ONE.id(),
                "name", "邻里互助社",
                "kind", "LIFE_SERVICE",
                "registration", "INCUBATING",
                "purpose", "帮老人跑腿",
                "memberCount", 12,
                "foundedOn", "2025-05-01"));
        input.putAll(fields);
        return input;
    }
}
