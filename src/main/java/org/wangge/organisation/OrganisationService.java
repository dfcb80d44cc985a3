package org.wangge.organisation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.wangge.access.OwnGrids;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The rules of organisations: whoever leads a grid keeps the list of those in it. What is against them
/// is [Refused].
@Service
class OrganisationService {
    private final Commands commands;
    private final Organisations organisations;
    private final OwnGrids grids;
    private final Clock clock;

    OrganisationService(Commands commands, Organisations organisations, OwnGrids grids, Clock clock) {
        this.commands = commands;
        this.organisations = organisations;
        this.grids = grids;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED, also when another organisation has the credit code
    Mono<Outcome> register(RegisterOrganisationInput input, Viewer viewer) {
        var now = now();
        var work = grids.of(input.gridId(), Right.SOCIETY, viewer)
                .doOnNext(grid -> input.problems(LocalDate.now(clock)).refuseIfAny())
                .flatMap(grid -> organisations
                        .insert(input, grid, viewer.actor(), now)
                        .map(id -> new Done(
                                id, 1, List.of(new NewEvent("ORGANISATION_REGISTERED", id, 1, grid.key(), now)))));
        return once(new Command(viewer.actor(), input.key(), "registerOrganisation", input), now, work);
    }

    Mono<Outcome> change(ChangeRegistrationInput input, Viewer viewer) {
        var now = now();
        var work = current(input.organisationId(), input.expectedVersion(), viewer)
                .doOnNext(organisation -> input.problemsWith(organisation).refuseIfAny())
                .filterWhen(organisation -> organisations.change(input))
                .switchIfEmpty(Mono.defer(() -> current(input.organisationId(), input.expectedVersion(), viewer)))
                .map(organisation -> done("ORGANISATION_CHANGED", organisation, now));
        return once(new Command(viewer.actor(), input.key(), "changeRegistration", input), now, work);
    }

    Mono<Outcome> dissolve(DissolveOrganisationInput input, Viewer viewer) {
        var now = now();
        var work = current(input.organisationId(), input.expectedVersion(), viewer)
                .doOnNext(organisation ->
                        input.problemsWith(organisation, LocalDate.now(clock)).refuseIfAny())
                .filterWhen(organisation -> organisations.dissolve(input))
                .switchIfEmpty(Mono.defer(() -> current(input.organisationId(), input.expectedVersion(), viewer)))
                .map(organisation -> done("ORGANISATION_DISSOLVED", organisation, now));
        return once(new Command(viewer.actor(), input.key(), "dissolveOrganisation", input), now, work);
    }

    private Mono<SocialOrganisation> current(SocialOrganisationId id, int expected, Viewer viewer) {
        var own = viewer.require(Right.SOCIETY).scope(Right.SOCIETY);
        return organisations
                .find(id)
                .filter(organisation -> own.holds(organisation.gridKey()) && organisation.isActive())
                .switchIfEmpty(Mono.error(() -> Problems.single("organisationId", ProblemCode.UNKNOWN)))
                .doOnNext(organisation -> Refused.ifStale(expected, organisation.version()));
    }

    private Mono<Outcome> once(Command command, Instant now, Mono<Done> work) {
        return commands.once(command, now, work)
                .onErrorMap(
                        DataIntegrityViolationException.class,
                        taken -> Problems.single("creditCode", ProblemCode.DUPLICATE));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Done done(String type, SocialOrganisation organisation, Instant now) {
        var version = organisation.version() + 1;
        var event = new NewEvent(type, organisation.uuid(), version, organisation.gridKey(), now);
        return new Done(organisation.uuid(), version, List.of(event));
    }
}
