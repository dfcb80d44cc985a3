package org.wangge.meeting.session;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Service;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.meeting.MeetingSight;
import org.wangge.meeting.SeatPerson;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The rules of who is present (签到): whoever types the code that is shown there, and whoever is noted
/// by those who lead the meeting.
@Service
class SignInService {
    private final Commands commands;
    private final Meetings meetings;
    private final Attendances attendances;
    private final Clock clock;

    SignInService(Commands commands, Meetings meetings, Attendances attendances, Clock clock) {
        this.commands = commands;
        this.meetings = meetings;
        this.attendances = attendances;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED also for a wrong code, NOT_IN_THIS_STATE, OUTSIDE_WINDOW
    Mono<Outcome> signIn(SignInToMeetingInput input, Viewer viewer) {
        var now = now();
        var person = person(viewer.signedIn());
        var work = held(input.meetingId(), MeetingSight.of(viewer), now)
                .doOnNext(meeting -> new Problems()
                        .check(isCode(input.code(), meeting), "code", ProblemCode.UNKNOWN)
                        .refuseIfAny())
                .flatMap(meeting -> present(meeting, person, SignInMethod.CODE, "meetingId", now));
        return commands.once(new Command(viewer.actor(), input.key(), "signInToMeeting", input), now, work);
    }

    /// @throws Refused INPUT_REJECTED, NOT_IN_THIS_STATE, OUTSIDE_WINDOW
    Mono<Outcome> record(RecordAttendanceInput input, Viewer viewer) {
        var now = now();
        var work = held(input.meetingId(), Chair.own(viewer), now)
                .flatMap(meeting -> present(meeting, input.person(), SignInMethod.RECORDED, "person", now));
        return commands.once(new Command(viewer.actor(), input.key(), "recordAttendance", input), now, work);
    }

    private Mono<Meeting> held(MeetingId id, MeetingSight sight, Instant now) {
        return meetings.hold(id, sight)
                .switchIfEmpty(Mono.error(() -> Problems.single("meetingId", ProblemCode.UNKNOWN)))
                .doOnNext(meeting -> meeting.require(MeetingStatus.NOTICED, MeetingStatus.IN_SESSION))
                .doOnNext(meeting -> SessionService.requireDoors(meeting, now));
    }

    private Mono<Done> present(Meeting meeting, SeatPerson person, SignInMethod method, String path, Instant now) {
        var today = LocalDate.ofInstant(now, clock.getZone());
        return attendances
                .insert(meeting, person, method, today, now)
                .filter(inserted -> inserted)
                .switchIfEmpty(Mono.defer(() -> unknown(meeting, person, path)))
                .map(inserted -> new Done(
                        meeting.id().value(), meeting.version(), List.of(meeting.event(MeetingNews.SIGNED_IN, now))));
    }

    private Mono<Boolean> unknown(Meeting meeting, SeatPerson person, String path) {
        return attendances
                .find(meeting.id(), person)
                .hasElement()
                .flatMap(isThere ->
                        Mono.error(Problems.single(path, isThere ? ProblemCode.DUPLICATE : ProblemCode.UNKNOWN)));
    }

    /// @throws Refused INPUT_REJECTED for whoever neither serves nor lives here
    private static SeatPerson person(Viewer viewer) {
        var person = SeatPerson.of(viewer);
        if (person == null) {
            throw Problems.single("meetingId", ProblemCode.NOT_ALLOWED, "MEMBER, RESIDENT");
        }
        return person;
    }

    private static boolean isCode(String typed, Meeting meeting) {
        return typed.strip().toUpperCase(Locale.ROOT).equals(meeting.code());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
