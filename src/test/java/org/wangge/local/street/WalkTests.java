package org.wangge.local.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ContextConfiguration;
import org.wangge.grid.GridId;
import org.wangge.issue.Confidentiality;
import org.wangge.issue.IssueSource;
import org.wangge.issue.IssueType;
import org.wangge.issue.ReportAgain;
import org.wangge.issue.ReportIssueInput;
import org.wangge.issue.clock.ScanAgain;
import org.wangge.issue.flow.CommandsAgain;
import org.wangge.issue.flow.Written;
import org.wangge.local.street.seed.History;
import org.wangge.resident.ResidentId;
import org.wangge.town.TestPostgres;
import org.wangge.town.TownClock;

/// Lives of the demo street, walked again by commands alone, each at its time: what the commands write
/// is what the street was loaded with. Some lives with all that the street knows of, or every one
/// of them with `-Dwalk.all=true`.
@SpringBootTest
@ContextConfiguration(initializers = WalkServer.class)
@Import({TownClock.class, ReportAgain.class, CommandsAgain.class, ScanAgain.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalkTests {
    private static final Logger LOG = LoggerFactory.getLogger(WalkTests.class);
    private static final String ALL = "select id from issue";
    /// One of each move, state and kind, and what they are merged into.
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
            ), chosen as (
              select id from numbered where n = 1
            )
            select id from chosen
            union select i.merged_into from issue i join chosen c on c.id = i.id where i.merged_into is not null""";
    private static final String DIFFERENCES = """
            with written as (
              select w.original, (to_jsonb(t) - '{id,issue_id%1$s}'::text[])::text as line
              from walked w join %2$s t on t.%3$s = w.original
            ), walked_again as (
              select w.original, (to_jsonb(t) - '{id,issue_id%1$s}'::text[])::text as line
              from walked w join %2$s t on t.%3$s = w.copy
            )
            (select '%4$s ' || original || ' was ' || line as text from (select * from written except all select * from walked_again) a)
            union all
            (select '%4$s ' || original || ' became ' || line from (select * from walked_again except all select * from written) b)
            order by text limit 10""";

    @Autowired
    private Environment environment;

    @Autowired
    private TownClock clock;

    @Autowired
    private ReportAgain reports;

    @Autowired
    private CommandsAgain commands;

    @Autowired
    private ScanAgain scan;

    private Connection connection;

    private record Command(CommandsAgain.Told told, List<Written> lines) {}

    @BeforeAll
    void connect() throws SQLException {
        connection = TestPostgres.connect(environment.getRequiredProperty("test.database"));
        Written.write(
                connection, "create temporary table walked (original uuid primary key, copy uuid unique not null)");
    }

    @AfterAll
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void leaveTheSameRowsWhenCommandsWalkThemAgain() {
        var all = new ArrayList<Command>();
        var lives = Written.rows(connection, Boolean.getBoolean("walk.all") ? ALL : SAMPLE);
        for (var life : lives) {
            all.addAll(commandsOf(life.uuid("id"), UUID.randomUUID()));
        }
        all.sort(Comparator.comparing(command -> command.lines().getFirst().at("at")));

        var refused = new TreeMap<UUID, String>();
        for (var i = 0; i < all.size(); i++) {
            var command = all.get(i);
            if (!refused.containsKey(command.told().original())) {
                give(command).ifPresent(why -> refused.put(command.told().original(), command.lines() + why));
            }
            if (i % 5_000 == 4_999) {
                LOG.info("{} of {} commands of {} lives", i + 1, all.size(), lives.size());
            }
        }
        clock.set(new History(LoadedStreet.TODAY).endAt());
        scan.look();

        LOG.info("{} commands walked {} lives", all.size(), lives.size());
        assertThat(lives).hasSizeGreaterThan(60);
        assertSoftly(softly -> {
            softly.assertThat(refused).isEmpty();
            softly.assertThat(differences(
                            "(select i.*, array(select unnest(i.hands) order by 1) as all_hands, left(i.case_no, 17) as filed_on from issue i)",
                            "id",
                            // The place is left to the grid: some points lie a step beyond the fence of their yard.
                            ",tracking_code,case_no,hands,merged_into,location"))
                    .isEmpty();
            softly.assertThat(differences("issue_timeline")).isEmpty();
            softly.assertThat(differences("work_order")).isEmpty();
            softly.assertThat(differences("issue_clock")).isEmpty();
            softly.assertThat(
                            differences(
                                    "(select c.issue_id, p.since, p.until from issue_clock c join issue_clock_pause p on p.clock_id = c.id)"))
                    .isEmpty();
            softly.assertThat(differences("""
                        (select c.issue_id, c.point, a.threshold, a.fire_at
                         from issue_clock c join issue_alarm a on a.clock_id = c.id
                         where a.scan_at is not null)""")).isEmpty();
            softly.assertThat(differences("issue_evidence", "issue_id", ",no,distance"))
                    .isEmpty();
            softly.assertThat(differences("issue_reply", "issue_id", ",contacted_cell"))
                    .isEmpty();
            softly.assertThat(differences("issue_rating")).isEmpty();
            softly.assertThat(differences("issue_callback")).isEmpty();
            softly.assertThat(differences("issue_pause")).isEmpty();
            softly.assertThat(differences("issue_extension")).isEmpty();
            softly.assertThat(differences("issue_supervision")).isEmpty();
            softly.assertThat(differences("issue_escalation")).isEmpty();
            softly.assertThat(differences("issue_merge", "issue_id", ",into_id"))
                    .isEmpty();
        });
    }

    private List<String> differences(String table) {
        return differences(table, "issue_id", "");
    }

    /// What commands make up themselves is left out: ids, codes, numbers, and what follows from those.
    private List<String> differences(String table, String issue, String without) {
        var name = table.startsWith("(") ? issue : table;
        return Written.rows(connection, DIFFERENCES.formatted(without, table, issue, name)).stream()
                .map(row -> row.text("text"))
                .toList();
    }

    /// What was written at one time was written by one command.
    private List<Command> commandsOf(UUID original, UUID copy) {
        Written.write(connection, "insert into walked values ('%s', '%s')".formatted(original, copy));
        commands.follow(original, copy);
        var told = new CommandsAgain.Told(connection, original, copy);
        var given = new ArrayList<Command>();
        var lines = Written.rows(
                connection, "select * from issue_timeline where issue_id = '" + original + "' order by seq");
        for (var line : lines) {
            var isFirst = given.isEmpty()
                    || !given.getLast().lines().getFirst().at("at").equals(line.at("at"));
            if (isFirst) {
                given.add(new Command(told, new ArrayList<>()));
            }
            given.getLast().lines().add(line);
        }
        return given;
    }

    /// Why it was refused, if it was.
    private Optional<String> give(Command command) {
        var line = command.lines().getFirst();
        var viewer = Passers.viewer(line.text("actor"), line.text("acted_as"));
        clock.set(line.at("at"));
        try {
            if (line.text("move").equals("REPORT")) {
                reports.report(report(command.told()), viewer);
            } else if (line.text("move").equals("SUPERVISE")
                    && line.text("actor").equals("timer")) {
                scan.look();
            } else {
                commands.give(command.told(), command.lines(), viewer);
            }
            return Optional.empty();
        } catch (RuntimeException | AssertionError refused) {
            return Optional.of(refused.toString());
        }
    }

    private ReportIssueInput report(CommandsAgain.Told told) {
        var issue = Written.rows(
                        connection,
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
}
