package org.wangge.issue.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.issue.clock.ClockDesk.at;
import static org.wangge.issue.clock.ClockDesk.done;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.wangge.feed.NewEvent;
import org.wangge.issue.Issue;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import reactor.core.publisher.Mono;

/// What the scan does when due points come near and pass.
@ClockTest
@Import(ScanTests.Watching.class)
class ScanTests {
    @Autowired
    ClockDesk desk;

    @Autowired
    Clocks clocks;

    @Autowired
    AlarmScan scan;

    @Autowired
    Watched watched;

    @Autowired
    Graph graph;

    @BeforeEach
    void forgetOthers() {
        TestPostgres.execute(graph.database(), "update issue_alarm set scan_at = null");
        watched.seen.clear();
        watched.failing.clear();
    }

    @Test
    void tellsOfEachThresholdWhenItsTimeHasCome() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.HANDLE, "2026-03-02 09:40");

        fire("2026-03-04 14:10");
        assertThat(events(issue)).isEmpty();
        fire("2026-03-04 14:11");
        assertThat(events(issue)).containsExactly("ISSUE_DUE_SOON 1");
        fire("2026-03-06 09:41");
        fire("2026-03-09 09:41");
        fire("2026-03-10 09:41");
        fire("2026-03-16 09:41");
        fire("2026-04-16 09:41");

        // What others do about it stands between.
        assertThat(events(issue).stream().filter(event -> !event.startsWith("ISSUE_SUPERVISED")))
                .extracting(event -> event.split(" ")[0])
                .containsExactly(
                        "ISSUE_DUE_SOON", "ISSUE_DUE_SOON", "ISSUE_BREACHED", "ISSUE_OVERDUE", "ISSUE_OVERDUE");
        assertThat(watched.of(issue))
                .containsExactly("HALF", "MOST", "DUE breached", "PLUS_1 breached", "PLUS_5 breached");
        assertThat(desk.clock(issue, DuePoint.HANDLE).breachedAt()).isEqualTo(at("2026-03-09 09:40"));
    }

    @Test
    void tellsAllInOrderWhenItLooksLateAndChangesNothingOfTheIssue() {
        var issue = desk.issue("URGENT");
        desk.start(issue, DuePoint.HANDLE, "2026-03-02 09:40");

        fire("2026-03-03 10:00");

        assertThat(watched.of(issue)).containsExactly("HALF", "MOST", "DUE breached");
        assertThat(Tables.number(graph.database(), "select version from issue where id = '" + issue.uuid() + "'"))
                .isEqualTo(1);
        assertThat(Tables.texts(graph.database(), "select distinct actor from command where name = 'fireAlarms'"))
                .containsExactly("timer");
    }

    @Test
    void saysNothingOfClocksThatAreMetCancelledOrPaused() {
        var met = desk.issue("NORMAL");
        desk.start(met, DuePoint.SIGN, "2026-03-02 09:40");
        desk.meet(met, DuePoint.SIGN, "2026-03-02 10:00");
        var cancelled = desk.issue("NORMAL");
        desk.start(cancelled, DuePoint.SIGN, "2026-03-02 09:40");
        done(clocks.cancel(cancelled.id(), 1, Set.of(), at("2026-03-02 10:00")));
        var paused = desk.issue("NORMAL");
        desk.start(paused, DuePoint.SIGN, "2026-03-02 09:40");
        desk.pause(paused, DuePoint.SIGN, "2026-03-02 10:00");

        fire("2026-04-02 09:40");

        assertThat(List.of(met, cancelled, paused))
                .allSatisfy(issue -> assertThat(events(issue)).isEmpty());
        assertThat(watched.seen).isEmpty();
    }

    @Test
    void goesOnWithWhatIsLeftAfterAPause() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.SIGN, "2026-03-02 09:40");
        fire("2026-03-02 12:30");
        desk.pause(issue, DuePoint.SIGN, "2026-03-02 13:30");
        fire("2026-03-20 10:00");
        desk.resume(issue, DuePoint.SIGN, "2026-03-20 10:00");

        fire("2026-03-20 10:01");
        assertThat(watched.of(issue)).containsExactly("HALF");
        fire("2026-03-20 11:11");

        assertThat(watched.of(issue)).containsExactly("HALF", "MOST", "DUE breached");
        assertThat(desk.clock(issue, DuePoint.SIGN).breachedAt()).isEqualTo(at("2026-03-20 11:10"));
    }

    @Test
    void isSilentOfWhatAnEarlierAlarmHasEnded() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.SIGN, "2026-03-02 09:40");
        watched.cancelling.add(issue.uuid());

        fire("2026-04-02 09:40");

        assertThat(watched.of(issue)).containsExactly("HALF", "MOST", "DUE breached");
    }

    @Test
    void appendsWhatTheWatchReturnsAfterItsOwn() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.SIGN, "2026-03-02 09:40");
        watched.answering.add(issue.uuid());

        fire("2026-03-02 14:41");

        assertThat(events(issue))
                .containsExactly("ISSUE_DUE_SOON 1", "ISSUE_DUE_SOON 1", "ISSUE_BREACHED 1", "ISSUE_SUPERVISED 2");
    }

    @Test
    void keepsNoOtherWaitingForOneThatCannotBeTold() {
        var failing = desk.issue("NORMAL");
        desk.start(failing, DuePoint.SIGN, "2026-03-02 09:40");
        var other = desk.issue("NORMAL");
        desk.start(other, DuePoint.SIGN, "2026-03-02 09:40");
        watched.failing.add(failing.uuid());

        fire("2026-03-02 12:00");

        assertThat(events(other)).containsExactly("ISSUE_DUE_SOON 1");
        assertThat(events(failing)).isEmpty();
        watched.failing.clear();
        fire("2026-03-02 12:00:30");
        assertThat(events(failing)).as("left alone for a minute").isEmpty();
        fire("2026-03-02 12:01:01");
        assertThat(events(failing)).containsExactly("ISSUE_DUE_SOON 1");
    }

    @Test
    void leavesAnIssueOnWhichSomebodyWorks() throws Exception {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.SIGN, "2026-03-02 09:40");
        try (var connection = TestPostgres.connect(graph.database());
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select 1 from issue where id = '" + issue.uuid() + "' for no key update");

            fire("2026-03-02 12:00");
            fire("2026-03-02 12:00");

            assertThat(events(issue)).isEmpty();
            connection.rollback();
        }
        fire("2026-03-02 12:00");

        assertThat(events(issue)).containsExactly("ISSUE_DUE_SOON 1");
    }

    @Test
    void tellsSubscribersOfThePlace() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.SIGN, "2026-03-02 09:40");
        try (var socket = graph.socket()) {
            socket.subscribe("""
                    subscription($in: ID!) {
                      issueEvents(filter: {within: $in, deadlines: [BREACHED]}) {
                        __typename
                        ... on IssueDeadline { kind version issue { id isOverdue clocks { point breachedAt } } }
                      }
                    }""", Map.of("in", Town.EAST_YARD.id()));
            assertThat(socket.nextItem()).containsEntry("__typename", "FeedCheckpoint");

            fire("2026-03-02 14:41");

            var told = socket.nextItem();
            assertThat(told).containsEntry("__typename", "IssueDeadline").containsEntry("kind", "BREACHED");
            assertThat(told.get("issue").toString())
                    .contains(issue.id().toString(), "isOverdue=true", "point=SIGN", "2026-03-02T06:40:00Z");
        }
    }

    private void fire(String now) {
        Awaited.the(scan.fireAll(at(now)));
    }

    private List<String> events(Issue issue) {
        return Tables.texts(
                graph.database(),
                "select type || ' ' || subject_version from event where subject = '" + issue.uuid()
                        + "' order by stream_no, n");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Watching {
        @Bean
        Watched watched(org.springframework.beans.factory.ObjectProvider<Clocks> clocks) {
            return new Watched(clocks);
        }
    }

    /// Notes what it is told, and can do what the flow may do.
    static class Watched implements DeadlineWatch {
        private final org.springframework.beans.factory.ObjectProvider<Clocks> clocks;
        final ConcurrentLinkedQueue<Map.Entry<UUID, String>> seen = new ConcurrentLinkedQueue<>();
        final Set<UUID> failing = ConcurrentHashMap.newKeySet();
        final Set<UUID> cancelling = ConcurrentHashMap.newKeySet();
        final Set<UUID> answering = ConcurrentHashMap.newKeySet();

        Watched(org.springframework.beans.factory.ObjectProvider<Clocks> clocks) {
            this.clocks = clocks;
        }

        @Override
        public Mono<List<NewEvent>> passed(IssueClock clock, Threshold threshold, Instant now) {
            var issue = clock.issueId().value();
            if (failing.contains(issue)) {
                return Mono.error(new IllegalStateException("nobody answers"));
            }
            seen.add(Map.entry(issue, threshold + (clock.breachedAt() == null ? "" : " breached")));
            if (threshold == Threshold.DUE && cancelling.contains(issue)) {
                return clocks.getObject()
                        .cancel(clock.issueId(), clock.round(), Set.of(), now)
                        .thenReturn(List.of());
            }
            return Mono.just(
                    threshold == Threshold.DUE && answering.contains(issue)
                            ? List.of(new NewEvent(
                                    "ISSUE_SUPERVISED",
                                    issue,
                                    2,
                                    new org.wangge.grid.GridKey(Town.EAST_YARD.key()),
                                    now))
                            : List.of());
        }

        List<String> of(Issue issue) {
            return seen.stream()
                    .filter(each -> each.getKey().equals(issue.uuid()))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }
}
