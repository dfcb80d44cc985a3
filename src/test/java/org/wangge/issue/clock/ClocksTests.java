package org.wangge.issue.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.issue.clock.ClockDesk.at;
import static org.wangge.issue.clock.ClockDesk.done;
import static org.wangge.issue.clock.ClockDesk.told;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.Town;

/// What commands do to the clocks of an issue.
@ClockTest
class ClocksTests {
    @Autowired
    ClockDesk desk;

    @Autowired
    Clocks clocks;

    @Autowired
    Graph graph;

    /// All cells of the table of due points, from Monday 2026-03-02 at 09:40.
    @ParameterizedTest
    @CsvSource(textBlock = """
            ACCEPT,   2026-03-02 09:50, 2026-03-02 10:10, 2026-03-02 11:40, 2026-03-02 11:40
            DISPATCH, 2026-03-02 09:45, 2026-03-02 09:55, 2026-03-02 11:40, 2026-03-02 14:40
            SIGN,     2026-03-02 09:50, 2026-03-02 10:10, 2026-03-02 14:40, 2026-03-02 14:40
            CONTACT,  2026-03-02 10:10, 2026-03-02 11:40, 2026-03-03 09:40, 2026-03-03 09:40
            HANDLE,   2026-03-02 11:40, 2026-03-03 09:40, 2026-03-09 09:40, 2026-03-17 09:40
            VERIFY,   2026-03-02 13:40, 2026-03-03 09:40, 2026-03-04 09:40, 2026-03-04 09:40
            CALLBACK, 2026-03-03 09:40, 2026-03-03 09:40, 2026-03-04 09:40, 2026-03-04 09:40
            REWORK,   2026-03-02 10:40, 2026-03-02 17:40, 2026-03-05 09:40, 2026-03-09 09:40
            """)
    void areDueByPointAndUrgency(DuePoint point, String emergency, String urgent, String normal, String complex) {
        var started = "2026-03-02 09:40";

        assertThat(List.of("EMERGENCY", "URGENT", "NORMAL", "COMPLEX"))
                .extracting(urgency ->
                        told(desk.start(desk.issue(urgency), point, started).dueAt()))
                .containsExactly(emergency, urgent, normal, complex);
    }

    @Test
    void answerAQuestionWithinAWorkingDayAndThreeAtMost() {
        var question = desk.issue(Town.EAST_YARD, "CONSULTATION", "POLICY_QUESTION", "NORMAL");

        var clock = desk.start(question, DuePoint.HANDLE, "2026-03-06 09:40");

        assertThat(told(clock.dueAt())).isEqualTo("2026-03-09 09:40");
        assertThat(told(org.wangge.town.Awaited.the(clocks.latest(question.id(), 1, DuePoint.HANDLE))))
                .isEqualTo("2026-03-11 09:40");
    }

    @Test
    void countEachStartOfAPoint() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.SIGN, "2026-03-02 09:40");
        desk.meet(issue, DuePoint.SIGN, "2026-03-02 10:00");

        var again = desk.start(issue, DuePoint.SIGN, "2026-03-03 09:40");

        assertThat(again.no()).isEqualTo(2);
        assertThat(again.isOpen()).isTrue();
    }

    @Test
    void areMetInTimeUntilTheInstantTheyAreDue() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.HANDLE, "2026-03-02 09:40");

        var met = desk.meet(issue, DuePoint.HANDLE, "2026-03-09 09:40");

        assertThat(met.metAt()).isEqualTo(at("2026-03-09 09:40"));
        assertThat(met.breachedAt()).isNull();
    }

    @Test
    void areBreachedWhenMetLateThoughNoScanSawIt() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.HANDLE, "2026-03-02 09:40");

        var met = desk.meet(issue, DuePoint.HANDLE, "2026-03-09 09:41");

        assertThat(met.breachedAt()).isEqualTo(at("2026-03-09 09:40"));
    }

    @Test
    void areMetOnce() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.HANDLE, "2026-03-02 09:40");
        desk.meet(issue, DuePoint.HANDLE, "2026-03-03 09:40");

        var again = desk.meet(issue, DuePoint.HANDLE, "2026-03-20 09:40");

        assertThat(again.metAt()).isEqualTo(at("2026-03-03 09:40"));
        assertThat(again.breachedAt()).isNull();
    }

    @Test
    void goOnAfterAPauseWithTheWorkingTimeThatWasLeft() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.HANDLE, "2026-03-02 09:40");
        desk.pause(issue, DuePoint.HANDLE, "2026-03-04 16:00");

        var resumed = desk.resume(issue, DuePoint.HANDLE, "2026-03-14 12:00");

        // From Wednesday 16:00 to Monday 09:40 there are 1 h + 7 h + 7 h + 40 min left.
        assertThat(told(resumed.dueAt())).isEqualTo("2026-03-18 10:40");
        assertThat(resumed.paused()).isEqualTo(Duration.ofHours(9 * 24 + 20));
        assertThat(resumed.originalDueAt()).isEqualTo(at("2026-03-09 09:40"));
    }

    @Test
    void goOnAfterAPauseWithTheTimeThatWasLeft() {
        var issue = desk.issue("URGENT");
        desk.start(issue, DuePoint.HANDLE, "2026-03-06 16:00");
        desk.pause(issue, DuePoint.HANDLE, "2026-03-06 22:00");

        var resumed = desk.resume(issue, DuePoint.HANDLE, "2026-03-08 03:30");

        assertThat(told(resumed.dueAt())).isEqualTo("2026-03-08 21:30");
    }

    @Test
    void areNotLateByAPauseAndStayLateAfterOne() {
        var inTime = desk.issue("NORMAL");
        desk.start(inTime, DuePoint.SIGN, "2026-03-02 09:40");
        desk.pause(inTime, DuePoint.SIGN, "2026-03-02 10:00");
        var late = desk.issue("NORMAL");
        desk.start(late, DuePoint.SIGN, "2026-03-02 09:40");
        desk.pause(late, DuePoint.SIGN, "2026-03-02 15:00");

        var resumedInTime = desk.resume(inTime, DuePoint.SIGN, "2026-03-20 10:00");
        var resumedLate = desk.resume(late, DuePoint.SIGN, "2026-03-20 10:00");

        assertThat(resumedInTime.breachedAt()).isNull();
        assertThat(resumedLate.breachedAt()).isEqualTo(at("2026-03-02 14:40"));
        assertThat(resumedLate.dueAt()).isEqualTo(at("2026-03-02 14:40"));
    }

    @Test
    void keepABreachThroughExtensionAndCancelling() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.SIGN, "2026-03-02 09:40");

        done(clocks.postpone(issue.id(), 1, DuePoint.SIGN, at("2026-03-05 17:00"), at("2026-03-03 09:00")));
        done(clocks.cancel(issue.id(), 1, Set.of(), at("2026-03-04 09:00")));

        var cancelled = desk.clock(issue, DuePoint.SIGN);
        assertThat(cancelled.dueAt()).isEqualTo(at("2026-03-05 17:00"));
        assertThat(cancelled.breachedAt()).isEqualTo(at("2026-03-02 14:40"));
        assertThat(cancelled.cancelledAt()).isEqualTo(at("2026-03-04 09:00"));
    }

    @Test
    void areNotDueBeforeTheyBegan() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.HANDLE, "2026-03-02 09:40");

        done(clocks.bringForward(issue.id(), 1, DuePoint.HANDLE, at("2026-02-27 17:00"), at("2026-03-02 10:00")));

        assertThat(desk.clock(issue, DuePoint.HANDLE).dueAt()).isEqualTo(at("2026-03-02 09:40"));
    }

    @Test
    void movePostponedOnlyLaterAndBroughtForwardOnlyEarlier() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.HANDLE, "2026-03-02 09:40");
        var now = at("2026-03-02 10:00");

        done(clocks.postpone(issue.id(), 1, DuePoint.HANDLE, at("2026-03-06 17:00"), now));
        done(clocks.bringForward(issue.id(), 1, DuePoint.HANDLE, at("2026-03-12 17:00"), now));

        assertThat(desk.clock(issue, DuePoint.HANDLE).dueAt()).isEqualTo(at("2026-03-09 09:40"));
        done(clocks.bringForward(issue.id(), 1, DuePoint.HANDLE, at("2026-03-06 17:00"), now));
        assertThat(desk.clock(issue, DuePoint.HANDLE).dueAt()).isEqualTo(at("2026-03-06 17:00"));
        done(clocks.postpone(issue.id(), 1, DuePoint.HANDLE, at("2026-03-12 17:00"), now));
        assertThat(desk.clock(issue, DuePoint.HANDLE).dueAt()).isEqualTo(at("2026-03-12 17:00"));
    }

    @Test
    void areReckonedAnewFromTheirStartWhenTheUrgencyChanges() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.HANDLE, "2026-03-02 09:40");
        desk.pause(issue, DuePoint.HANDLE, "2026-03-02 10:40");
        desk.resume(issue, DuePoint.HANDLE, "2026-03-02 15:40");

        done(clocks.adjust(desk.changed(issue, "urgency = 'URGENT'"), at("2026-03-02 16:00")));

        var adjusted = desk.clock(issue, DuePoint.HANDLE);
        assertThat(told(adjusted.dueAt())).isEqualTo("2026-03-03 14:40");
        assertThat(told(adjusted.originalDueAt())).isEqualTo("2026-03-03 09:40");
        assertThat(adjusted.isWorking()).isFalse();
    }

    @Test
    void setTheirAlarms() {
        var issue = desk.issue("NORMAL");

        desk.start(issue, DuePoint.HANDLE, "2026-03-02 09:40");

        assertThat(alarms(issue))
                .containsExactly(
                        "HALF 2026-03-04 14:10",
                        "MOST 2026-03-06 09:40",
                        "DUE 2026-03-09 09:40",
                        "PLUS_1 2026-03-10 09:40",
                        "PLUS_5 2026-03-16 09:40");
    }

    private List<String> alarms(org.wangge.issue.Issue issue) {
        return Tables.texts(graph.database(), """
                select threshold || ' ' || to_char(scan_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')
                from issue_alarm join issue_clock c on c.id = clock_id
                where c.issue_id = '%s' and scan_at is not null
                order by fire_at""".formatted(issue.uuid()));
    }
}
