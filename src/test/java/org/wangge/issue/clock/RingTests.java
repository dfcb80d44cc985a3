package org.wangge.issue.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.issue.clock.ClockDesk.at;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.issue.Issue;
import org.wangge.town.Awaited;

/// What rings of the alarms that a scan found due, when something happened to them since.
@ClockTest
class RingTests {
    @Autowired
    ClockDesk desk;

    @Autowired
    Alarms alarms;

    @Test
    void nothingThatAnotherNodeFiredSince() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.SIGN, "2026-03-02 09:40");
        var foundByBoth = due(issue);

        var first = rung(foundByBoth);
        var second = rung(foundByBoth);

        assertThat(first).hasSameSizeAs(foundByBoth).hasSizeGreaterThan(2);
        assertThat(second).isEmpty();
    }

    @Test
    void nothingOfAClockThatWasMetOrPausedSince() {
        var met = desk.issue("NORMAL");
        desk.start(met, DuePoint.SIGN, "2026-03-02 09:40");
        var paused = desk.issue("NORMAL");
        desk.start(paused, DuePoint.SIGN, "2026-03-02 09:40");
        var ofTheMet = due(met);
        var ofThePaused = due(paused);

        desk.meet(met, DuePoint.SIGN, "2026-03-02 10:00");
        desk.pause(paused, DuePoint.SIGN, "2026-03-02 10:00");

        assertThat(ofTheMet).isNotEmpty();
        assertThat(rung(ofTheMet)).isEmpty();
        assertThat(ofThePaused).isNotEmpty();
        assertThat(rung(ofThePaused)).isEmpty();
    }

    private List<DueAlarm> due(Issue issue) {
        return Awaited.the(alarms.due(at("2026-04-02 09:40"), 10_000)
                .filter(alarm -> alarm.issueId().equals(issue.uuid()))
                .collectList());
    }

    private List<Ringing> rung(List<DueAlarm> due) {
        return Awaited.the(alarms.ring(due, at("2026-04-02 09:40")).collectList());
    }
}
