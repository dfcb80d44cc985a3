package org.wangge.organisation.volunteer;

import java.util.Objects;
import org.springframework.stereotype.Component;
import org.wangge.access.OwnGrids;
import org.wangge.access.Personal;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.grid.Grid;
import org.wangge.grid.GridLevel;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.personnel.MemberId;
import org.wangge.personnel.Members;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.resident.LedgerSight;
import org.wangge.resident.ResidentId;
import org.wangge.resident.Residents;
import reactor.core.publisher.Mono;

/// Who is about to become a volunteer: looked up where the ledger and the teams know them.
@Component
class Newcomers {
    private final OwnGrids own;
    private final Grids grids;
    private final Residents residents;
    private final Members members;

    Newcomers(OwnGrids own, Grids grids, Residents residents, Members members) {
        this.own = own;
        this.grids = grids;
        this.residents = residents;
        this.members = members;
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, also for whom the viewer does not see
    Mono<NewVolunteer> of(RegisterVolunteerInput input, Viewer viewer) {
        return own.of(input.gridId(), Right.ORGANISE, viewer)
                .doOnNext(grid -> input.problems().refuseIfAny())
                .flatMap(grid -> candidate(input, grid, viewer));
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    Mono<NewVolunteer> of(BecomeVolunteerInput input, Viewer viewer) {
        input.problems(viewer).refuseIfAny();
        return grids.find(input.gridId(), Scope.everywhere())
                .filter(grid -> grid.level() != GridLevel.DISTRICT)
                .switchIfEmpty(Mono.error(() -> Problems.single("gridId", ProblemCode.UNKNOWN)))
                .flatMap(grid -> mask(input, viewer)
                        .map(mask -> new NewVolunteer(
                                grid,
                                viewer.residentId(),
                                viewer.memberId(),
                                viewer.actor(),
                                mask,
                                isKnown(viewer) ? null : input.name(),
                                input.skills())));
    }

    private Mono<NewVolunteer> candidate(RegisterVolunteerInput input, Grid grid, Viewer viewer) {
        var resident = input.residentId();
        var member = input.memberId();
        if (resident != null) {
            return resident(resident, viewer)
                    .map(mask -> new NewVolunteer(grid, resident.value(), null, null, mask, null, input.skills()));
        }
        if (member != null) {
            return member(member, viewer.scope(Right.PERSONNEL))
                    .map(mask -> new NewVolunteer(grid, null, member.value(), null, mask, null, input.skills()));
        }
        var name = Objects.requireNonNull(input.name()).strip();
        var mask = Personal.name(name).display();
        return Mono.just(new NewVolunteer(grid, null, null, null, mask, name, input.skills()));
    }

    private Mono<String> mask(BecomeVolunteerInput input, Viewer viewer) {
        if (viewer.residentId() != null) {
            return resident(new ResidentId(viewer.residentId()), viewer);
        }
        return viewer.memberId() != null
                ? member(new MemberId(viewer.memberId()), Scope.everywhere())
                : Mono.just(Personal.name(Objects.requireNonNull(input.name())).display());
    }

    private Mono<String> resident(ResidentId id, Viewer viewer) {
        return residents
                .find(id, LedgerSight.of(viewer))
                .switchIfEmpty(Mono.error(() -> Problems.single("residentId", ProblemCode.UNKNOWN)))
                .map(resident -> resident.name().display());
    }

    private Mono<String> member(MemberId id, Scope scope) {
        return members.find(id, scope)
                .switchIfEmpty(Mono.error(() -> Problems.single("memberId", ProblemCode.UNKNOWN)))
                .map(member -> Personal.name(member.name()).display());
    }

    private static boolean isKnown(Viewer viewer) {
        return viewer.residentId() != null || viewer.memberId() != null;
    }
}
