package org.wangge.organisation.volunteer;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.grid.GridKey;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The rules of volunteers: staff register somebody, or somebody registers themself; and each is one
/// volunteer. What is against them is [Refused].
@Service
class VolunteerService {
    private final Commands commands;
    private final Volunteers volunteers;
    private final Newcomers newcomers;
    private final Clock clock;

    VolunteerService(Commands commands, Volunteers volunteers, Newcomers newcomers, Clock clock) {
        this.commands = commands;
        this.volunteers = volunteers;
        this.newcomers = newcomers;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED, also when they are a volunteer already
    Mono<Outcome> register(RegisterVolunteerInput input, Viewer viewer) {
        viewer.require(Right.ORGANISE);
        var command = new Command(viewer.actor(), input.key(), "registerVolunteer", input);
        return enter(command, Mono.defer(() -> newcomers.of(input, viewer)));
    }

    /// @throws Refused INPUT_REJECTED, also when they are a volunteer already
    Mono<Outcome> become(BecomeVolunteerInput input, Viewer viewer) {
        viewer.signedIn();
        var command = new Command(viewer.actor(), input.key(), "becomeVolunteer", input);
        return enter(command, Mono.defer(() -> newcomers.of(input, viewer)));
    }

    Mono<Outcome> leave(LeaveVolunteersInput input, Viewer viewer) {
        var now = now();
        viewer.signedIn();
        var work = current(input, viewer)
                .filterWhen(volunteer -> volunteers.leave(input, now))
                .switchIfEmpty(Mono.defer(() -> current(input, viewer)))
                .map(volunteer ->
                        done("VOLUNTEER_LEFT", volunteer.uuid(), volunteer.version() + 1, volunteer.gridKey(), now));
        return commands.once(new Command(viewer.actor(), input.key(), "leaveVolunteers", input), now, work);
    }

    private Mono<Outcome> enter(Command command, Mono<NewVolunteer> candidate) {
        var now = now();
        var work = candidate.flatMap(volunteer -> volunteers
                .insert(volunteer, now)
                .map(id -> done("VOLUNTEER_JOINED", id, 1, volunteer.grid().key(), now)));
        return commands.once(command, now, work)
                .onErrorMap(
                        DataIntegrityViolationException.class, taken -> Problems.single("name", ProblemCode.DUPLICATE));
    }

    private Mono<Volunteer> current(LeaveVolunteersInput input, Viewer viewer) {
        return volunteers
                .find(input.volunteerId(), VolunteerSight.of(viewer))
                .filter(Volunteer::isActive)
                .switchIfEmpty(Mono.error(() -> Problems.single("volunteerId", ProblemCode.UNKNOWN)))
                .doOnNext(volunteer -> Refused.ifStale(input.expectedVersion(), volunteer.version()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Done done(String type, UUID id, int version, GridKey key, Instant now) {
        return new Done(id, version, List.of(new NewEvent(type, id, version, key, now)));
    }
}
