package org.wangge.issue.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.grid.GridId;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// What clocks are reckoned by, in the graph: everybody may know, and leaders change it.
@Controller
class ClockRuleController {
    private static final int MOST_DAYS = 400;

    private final ClockRuleService service;
    private final SlaPolicies policies;
    private final OwnDays days;
    private final WorkingTime country;
    private final Grids grids;

    ClockRuleController(
            ClockRuleService service, SlaPolicies policies, OwnDays days, WorkingTime country, Grids grids) {
        this.service = service;
        this.policies = policies;
        this.days = days;
        this.country = country;
        this.grids = grids;
    }

    @QueryMapping
    Mono<List<SlaPolicy>> slaPolicies(@Argument GridId gridId) {
        return grids.get(gridId, Scope.everywhere())
                .flatMap(grid -> policies.in(grid.key()).collectList());
    }

    @QueryMapping
    Mono<List<WorkDay>> workCalendar(@Argument GridId gridId, @Argument LocalDate from, @Argument LocalDate to) {
        if (to.isBefore(from)) {
            throw new Fault(FaultCode.INVALID_RANGE, "to");
        }
        if (to.isAfter(from.plusDays(MOST_DAYS))) {
            throw new Fault(FaultCode.TOO_MANY, "to", MOST_DAYS);
        }
        return grids.get(gridId, Scope.everywhere())
                .flatMap(grid -> days.between(grid.key(), from, to).collectMap(OwnDay::day))
                .map(own -> from.datesUntil(to).map(day -> day(day, own)).toList());
    }

    @MutationMapping
    Mono<SlaPolicyPayload> changeSlaPolicy(@Argument ChangeSlaPolicyInput input, @ContextValue Viewer viewer) {
        return Mono.defer(() -> service.change(input, viewer))
                .flatMap(outcome -> policies.find(outcome.subject())
                        .map(policy -> new SlaPolicyPayload(policy, null, outcome.replayed())))
                .onErrorResume(
                        Refused.class, refused -> Mono.just(new SlaPolicyPayload(null, refused.refusal(), false)));
    }

    @MutationMapping
    Mono<WorkDayPayload> changeWorkDay(@Argument ChangeWorkDayInput input, @ContextValue Viewer viewer) {
        return Mono.defer(() -> service.change(input, viewer))
                .flatMap(outcome -> days.find(outcome.subject())
                        .map(own -> new WorkDayPayload(country.on(own.day()).with(own), null, outcome.replayed())))
                .onErrorResume(Refused.class, refused -> Mono.just(new WorkDayPayload(null, refused.refusal(), false)));
    }

    private WorkDay day(LocalDate day, Map<LocalDate, OwnDay> own) {
        var said = own.get(day);
        return said == null ? country.on(day) : country.on(day).with(said);
    }
}
