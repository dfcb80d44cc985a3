package org.wangge.organisation.volunteer;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.wangge.access.Grant;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.resident.DisclosurePurpose;
import org.wangge.resident.VolunteerLooks;
import reactor.core.publisher.Mono;

/// Notes that somebody looks at the name of a volunteer; without the note there is no look. It counts among
/// the looks that they have for the hour and the day. Residents are looked at in the ledger, and members need
/// no look.
@Service
class RevealVolunteerService {
    private final Commands commands;
    private final Volunteers volunteers;
    private final VolunteerLooks looks;
    private final Clock clock;

    RevealVolunteerService(Commands commands, Volunteers volunteers, VolunteerLooks looks, Clock clock) {
        this.commands = commands;
        this.volunteers = volunteers;
        this.looks = looks;
        this.clock = clock;
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, also when the viewer does not see them; QUOTA_USED_UP
    Mono<Outcome> note(RevealVolunteerInput input, Viewer viewer) {
        viewer.signedIn();
        input.check();
        var now = clock.instant();
        var work = reachable(input, viewer)
                .flatMap(volunteer -> looks.note(look(volunteer, input, viewer), viewer, now))
                .map(written -> Done.quietly(written, 1));
        return commands.once(new Command(viewer.actor(), input.key(), "revealVolunteer", input), now, work);
    }

    /// The name in clear, for those who see the volunteer now.
    Mono<String> name(RevealVolunteerInput input, Viewer viewer) {
        return reachable(input, viewer).flatMap(volunteer -> volunteers.clearName(volunteer.id()));
    }

    private Mono<Volunteer> reachable(RevealVolunteerInput input, Viewer viewer) {
        var sight = input.purpose() == DisclosurePurpose.OWN_RECORD
                ? VolunteerSight.own(viewer)
                : VolunteerSight.of(viewer);
        return volunteers
                .find(input.volunteerId(), sight)
                .switchIfEmpty(Mono.error(() -> Problems.single("volunteerId", ProblemCode.UNKNOWN)))
                .doOnNext(volunteer -> new Problems()
                        .check(volunteer.residentId() == null, "volunteerId", ProblemCode.NOT_ALLOWED, "revealResident")
                        .check(volunteer.memberId() == null, "volunteerId", ProblemCode.NOT_ALLOWED, "member")
                        .refuseIfAny());
    }

    private static VolunteerLooks.VolunteerLook look(Volunteer volunteer, RevealVolunteerInput input, Viewer viewer) {
        return new VolunteerLooks.VolunteerLook(
                volunteer.id().toString(),
                volunteer.gridKey(),
                role(volunteer, viewer),
                input.purpose(),
                input.note(),
                volunteer.is(viewer));
    }

    private static Role role(Volunteer volunteer, Viewer viewer) {
        return viewer.grants().stream()
                .filter(grant -> grant.within().holds(volunteer.gridKey()))
                .map(Grant::role)
                .filter(role -> role.holds(Right.ORGANISE))
                .findFirst()
                .orElse(Role.VOLUNTEER);
    }
}
