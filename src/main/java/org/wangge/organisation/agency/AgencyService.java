package org.wangge.organisation.agency;

import java.time.Clock;
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
import reactor.core.publisher.Mono;

/// The rules of agencies: whoever may sign contracts in a grid puts them on its list. What is against them
/// is refused.
@Service
class AgencyService {
    private final Commands commands;
    private final Agencies agencies;
    private final OwnGrids grids;
    private final Clock clock;

    AgencyService(Commands commands, Agencies agencies, OwnGrids grids, Clock clock) {
        this.commands = commands;
        this.agencies = agencies;
        this.grids = grids;
        this.clock = clock;
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, also when the agency is on the list already
    Mono<Outcome> register(RegisterAgencyInput input, Viewer viewer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var work = grids.of(input.gridId(), Right.PROCURE, viewer)
                .doOnNext(grid -> input.problems().refuseIfAny())
                .flatMap(grid -> agencies.insert(input, grid, viewer.actor(), now)
                        .map(id ->
                                new Done(id, 1, List.of(new NewEvent("AGENCY_REGISTERED", id, 1, grid.key(), now)))));
        return commands.once(new Command(viewer.actor(), input.key(), "registerAgency", input), now, work)
                .onErrorMap(
                        DataIntegrityViolationException.class,
                        taken -> Problems.single("creditCode", ProblemCode.DUPLICATE));
    }
}
