package org.wangge.meeting.session;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wangge.meeting.CouncilRules;
import org.wangge.refusal.MeetingRefusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Whether enough of a council are there to deliberate (法定人数). Without a council there is no whole to
/// have a part of: whoever came, meets.
@Component
class Quorum {
    private final Attendances attendances;

    Quorum(Attendances attendances) {
        this.attendances = attendances;
    }

    /// How many sit in the council and vote, when enough of them are present.
    ///
    /// @throws Refused QUORUM_NOT_MET
    Mono<Integer> seats(Meeting meeting, CouncilRules rules, LocalDate on) {
        if (meeting.councilId() == null) {
            return voting(meeting);
        }
        return attendances
                .seats(meeting.councilId(), on)
                .delayUntil(seats -> voting(meeting).doOnNext(present -> require(present, seats, rules)));
    }

    private Mono<Integer> voting(Meeting meeting) {
        return attendances
                .present(List.of(meeting.id().value()))
                .map(Attendances.Present::voting)
                .next()
                .defaultIfEmpty(0);
    }

    private static void require(int present, int seats, CouncilRules rules) {
        var needed = Math.max(1, rules.quorum().needed(seats));
        if (present < needed) {
            throw new Refused(new MeetingRefusal.QuorumNotMet(present, needed));
        }
    }
}
