package org.wangge.issue.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.town.RunningWangge;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;

/// Two server processes that scan one database: each due point is told once, and after a stop all
/// that passed meanwhile. Many: `mvn test -Dtest=TwoScansTests -Dwangge.test.points=5000`.
class TwoScansTests {
    private static final int POINTS = Integer.getInteger("wangge.test.points", 2_000);

    @TempDir
    Path folder;

    private String database = "";
    private List<RunningWangge> nodes = List.of();

    @BeforeEach
    void build() {
        database = TestPostgres.townDatabase();
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (var node : nodes) {
            node.stop();
        }
    }

    @Test
    void tellOfFiveThousandDuePointsOnceEach() {
        issues(POINTS);
        nodes = List.of(node(), node());
        nodes.forEach(RunningWangge::untilReady);
        // Half of their time is over, and all of it within the next seconds.
        clocks("now() - interval '10 minutes' + (random() * interval '10 seconds')");
        await().atMost(Duration.ofMinutes(3)).until(() -> unfired() == 0);

        assertThat(events("ISSUE_DUE_SOON")).isEqualTo(POINTS);
        assertThat(events("ISSUE_BREACHED")).isEqualTo(POINTS);
        assertThat(twice()).isZero();
        assertThat(Tables.number(database, "select count(*) from issue_clock where breached_at = due_at"))
                .isEqualTo(POINTS);
        assertThat(Tables.number(database, "select max(n) - count(*) from event"))
                .isZero();
    }

    @Test
    void tellAfterAStopOfThreeHoursAllThatPassedMeanwhile() throws InterruptedException {
        issues(POINTS / 5);
        clocks("now() - interval '3 hours' - interval '15 minutes' + (random() * interval '3 hours')");
        var passed = Tables.number(
                database, "select count(*) from issue_alarm where scan_at < now() - interval '10 seconds'");
        nodes = List.of(node());
        await().atMost(Duration.ofMinutes(5)).until(() -> late() == 0);
        nodes.getFirst().stop();
        var told = Tables.number(database, "select count(*) from issue_alarm where fired_at is not null");

        nodes = List.of(node());
        await().atMost(Duration.ofMinutes(5)).until(() -> unfired() == 0);

        assertThat(passed).isGreaterThan(POINTS / 5);
        assertThat(told).isGreaterThanOrEqualTo(passed);
        assertThat(events("ISSUE_BREACHED")).isEqualTo(POINTS / 5);
        assertThat(twice()).isZero();
    }

    private RunningWangge node() {
        return RunningWangge.node(folder, database, "--wangge.clock.scan=200ms");
    }

    private void issues(int count) {
        TestPostgres.execute(database, """
                insert into issue (id, tracking_code, type, category_id, title, description, source, urgency, level,
                                   confidentiality, status, grid_id, grid_key, reported_grid_key, reporter, reported_at,
                                   updated_at)
                select uuidv7(), 'T' || n, 'DEMAND', c.id, '第' || n || '件', '第' || n || '件事情', 'WALK_IN', 'NORMAL', 'GRID',
                       'PUBLIC', 'REPORTED', g.id, g.grid_key, g.grid_key, 'anonymous', now(), now()
                from generate_series(1, %d) as n, issue_category c, grid g
                where c.code = 'DRAINAGE' and g.grid_key = '1.1.1.1.1.'""".formatted(count));
    }

    /// Clocks of ten minutes that were started at some instant, each with alarms at half of it and at its end.
    private void clocks(String startedAt) {
        TestPostgres.execute(database, """
                insert into issue_clock (issue_id, round, point, no, policy_id, is_working, started_at, reckoned_at, due_at,
                                         original_due_at)
                select i.id, 1, 'ACCEPT', 1, p.id, false, s.at, s.at, s.at + interval '10 minutes',
                       s.at + interval '10 minutes'
                from issue i
                cross join lateral (select %s as at where i.id is not null) s
                join sla_policy p on p.urgency = 'EMERGENCY' and p.point = 'ACCEPT'""".formatted(startedAt));
        TestPostgres.execute(database, """
                insert into issue_alarm (clock_id, threshold, fire_at, scan_at)
                select c.id, t.threshold, c.started_at + t.after, c.started_at + t.after
                from issue_clock c, (values ('HALF', interval '5 minutes'), ('DUE', interval '10 minutes')) as t (threshold, after)""");
    }

    private long unfired() {
        return Tables.number(database, "select count(*) from issue_alarm where fired_at is null");
    }

    private long late() {
        return Tables.number(database, "select count(*) from issue_alarm where scan_at < now() - interval '5 seconds'");
    }

    private long events(String type) {
        return Tables.number(database, "select count(*) from event where type = '" + type + "'");
    }

    private long twice() {
        return Tables.number(database, """
                select count(*) from (
                  select 1 from event where type in ('ISSUE_DUE_SOON', 'ISSUE_BREACHED') group by subject, type
                  having count(*) > 1
                ) as repeated""");
    }
}
