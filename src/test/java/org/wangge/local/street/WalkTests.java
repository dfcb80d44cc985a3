package org.wangge.local.street;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.wangge.grid.GridId;
import org.wangge.issue.Confidentiality;
import org.wangge.issue.IssueSource;
import org.wangge.issue.IssueType;
import org.wangge.issue.ReportAgain;
import org.wangge.issue.ReportIssueInput;
import org.wangge.issue.flow.CommandsAgain;
import org.wangge.issue.flow.Written;
import org.wangge.resident.ResidentId;
import org.wangge.town.Graph;
import org.wangge.town.StreetTest;
import org.wangge.town.Tables;

/// Lives of the demo street, walked again by commands alone, each at its time: what the commands write
/// is what the street was loaded with.
@StreetTest
@Import({WalkClock.class, ReportAgain.class, CommandsAgain.class})
@TestPropertySource(properties = "wangge.clock.scan=1h")
class WalkTests {
    private static final String SAMPLE = """
            with told as (
              select i.id, i.status, i.type, i.round, t.move, t.acted_as, t.to_status
              from issue i join issue_timeline t on t.issue_id = i.id
            ), kinds as (
              select id, move || ' ' || acted_as || ' ' || to_status as kind from told
              union select id, status || ' ' || round from told
              union select id, type || ' ' || status from told
            ), numbered as (
              select id, row_number() over (partition by kind order by md5(id::text)) as n from kinds
            )
            select distinct id from numbered where n <= 2""";
    /// The place of a report is left to its grid: some points lie a step beyond the fence of their yard.
    /// What commands make up themselves: ids, codes, numbers, and what follows from a mapped id.
    private static final Map<String, String> TABLES = tables();

    @Autowired
    private Graph graph;

    @Autowired
    private WalkClock clock;

    @Autowired
    private ReportAgain reports;

    @Autowired
    private CommandsAgain commands;

    private record Command(CommandsAgain.Told told, List<Written> lines) {}

    @Test
    void leaveTheSameRowsWhenCommandsWalkThemAgain() {
        var sample = sample();
        var walked = new LinkedHashMap<UUID, UUID>();
        var all = new ArrayList<Command>();
        for (var original : sample) {
            var copy = UUID.randomUUID();
            walked.put(original, copy);
            commands.follow(original, copy);
            all.addAll(commandsOf(new CommandsAgain.Told(graph.database(), original, copy)));
        }
        all.sort(Comparator.comparing(command -> command.lines().getFirst().at("at")));

        all.forEach(this::give);

        assertThat(sample).hasSizeGreaterThan(90);
        walked.forEach((original, copy) -> TABLES.forEach((table, without) -> assertThat(rows(table, copy, without))
                .as(table + " of " + original)
                .isEqualTo(rows(table, original, without))));
    }

    /// Some of each move, state and kind, with what they are merged into.
    private Set<UUID> sample() {
        var sample = new LinkedHashSet<UUID>();
        for (var id : Tables.texts(graph.database(), SAMPLE)) {
            sample.add(UUID.fromString(id));
        }
        for (var id : List.copyOf(sample)) {
            var into = Tables.texts(
                    graph.database(),
                    "select merged_into from issue where merged_into is not null and id = '" + id + "'");
            into.forEach(target -> sample.add(UUID.fromString(target)));
        }
        return sample;
    }

    /// What was written at one time was written by one command.
    private static List<Command> commandsOf(CommandsAgain.Told told) {
        var commands = new ArrayList<Command>();
        var lines = Written.rows(
                told.database(),
                "select * from issue_timeline where issue_id = '" + told.original() + "' order by seq");
        for (var line : lines) {
            var isFirst = commands.isEmpty()
                    || !commands.getLast().lines().getFirst().at("at").equals(line.at("at"));
            if (isFirst) {
                commands.add(new Command(told, new ArrayList<>()));
            }
            commands.getLast().lines().add(line);
        }
        return commands;
    }

    private void give(Command command) {
        var line = command.lines().getFirst();
        var viewer = Passers.viewer(line.text("actor"), line.text("acted_as"));
        clock.set(line.at("at"));
        try {
            if (line.text("move").equals("REPORT")) {
                reports.report(report(command.told()), viewer);
            } else {
                commands.give(command.told(), command.lines(), viewer);
            }
        } catch (RuntimeException | AssertionError refused) {
            throw new AssertionError(command.told().original() + " " + command.lines(), refused);
        }
    }

    private static ReportIssueInput report(CommandsAgain.Told told) {
        var issue = Written.rows(
                        told.database(),
                        "select i.*, c.code as category from issue i join issue_category c on c.id = i.category_id"
                                + " where i.id = '" + told.original() + "'")
                .getFirst();
        return new ReportIssueInput(
                UUID.randomUUID(),
                told.copy(),
                IssueType.valueOf(issue.text("type")),
                issue.text("category"),
                issue.text("title"),
                issue.text("description"),
                IssueSource.valueOf(issue.text("source")),
                new GridId(issue.uuid("grid_id")),
                null,
                issue.maybe("place"),
                issue.has("on_behalf_of") ? new ResidentId(issue.uuid("on_behalf_of")) : null,
                Confidentiality.valueOf(issue.text("confidentiality")),
                issue.at("occurred_at"),
                null,
                null);
    }

    private List<String> rows(String table, UUID issue, String without) {
        return Tables.texts(graph.database(), """
                select (to_jsonb(t) - '{id,issue_id%s}'::text[])::text from %s t where t.%s = '%s' order by 1""".formatted(
                        without.isEmpty() ? "" : "," + without,
                        table,
                        table.startsWith("(select i.") ? "id" : "issue_id",
                        issue));
    }

    private static Map<String, String> tables() {
        var tables = new LinkedHashMap<String, String>();
        tables.put(
                "(select i.*, array(select unnest(i.hands) order by 1) as all_hands,"
                        + " left(i.case_no, 17) as filed_on from issue i)",
                "tracking_code,case_no,hands,merged_into,location");
        tables.put("issue_timeline", "");
        tables.put("work_order", "");
        tables.put("issue_clock", "");
        tables.put(
                "(select c.issue_id, p.since, p.until from issue_clock c join issue_clock_pause p on p.clock_id = c.id)",
                "");
        tables.put(
                "(select c.issue_id, c.point, a.threshold, a.fire_at from issue_clock c join issue_alarm a on a.clock_id = c.id where c.is_open)",
                "");
        tables.put("issue_evidence", "no,distance,metres,distance_m");
        tables.put("issue_reply", "contacted_cell");
        tables.put("issue_rating", "");
        tables.put("issue_callback", "");
        tables.put("issue_pause", "");
        tables.put("issue_extension", "");
        tables.put("issue_supervision", "");
        tables.put("issue_escalation", "");
        tables.put("issue_merge", "into_id");
        return tables;
    }
}
