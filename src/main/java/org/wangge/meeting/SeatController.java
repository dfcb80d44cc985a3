package org.wangge.meeting;

import graphql.schema.DataFetchingEnvironment;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.personnel.Member;
import org.wangge.personnel.Members;
import org.wangge.resident.LedgerSight;
import org.wangge.resident.Resident;
import org.wangge.resident.Residents;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who sits in councils, in the graph: residents as far as somebody sees the ledger.
@Controller
class SeatController {
    private static final String SEATS = "Council.seats";

    private final CouncilSeats seats;
    private final Members members;
    private final Residents residents;
    private final Clock clock;

    SeatController(CouncilSeats seats, Members members, Residents residents, Clock clock, BatchLoaderRegistry loaders) {
        this.seats = seats;
        this.members = members;
        this.residents = residents;
        this.clock = clock;
        loaders.<Asked, List<CouncilSeat>>forName(SEATS)
                .registerMappedBatchLoader((asked, environment) -> seats(asked));
    }

    private record Asked(UUID council, boolean anyTime) {}

    @SchemaMapping(typeName = "Council")
    CompletableFuture<List<CouncilSeat>> seats(
            Council council, @Argument boolean anyTime, DataFetchingEnvironment environment) {
        DataLoader<Asked, List<CouncilSeat>> loader = Objects.requireNonNull(environment.getDataLoader(SEATS));
        return loader.load(new Asked(council.id().value(), anyTime));
    }

    @BatchMapping
    Mono<Map<CouncilSeat, Member>> member(List<CouncilSeat> seats, @ContextValue Viewer viewer) {
        var found = members.all(List.of(Batch.ids(seats, CouncilSeat::memberUuid)), viewer.scope(Right.PERSONNEL));
        return Batch.one(seats, CouncilSeat::memberId, found, Member::id);
    }

    @BatchMapping
    Mono<Map<CouncilSeat, Resident>> resident(List<CouncilSeat> seats, @ContextValue Viewer viewer) {
        var found = residents.all(List.of(Batch.ids(seats, CouncilSeat::residentUuid)), LedgerSight.of(viewer));
        return Batch.one(seats, CouncilSeat::residentId, found, Resident::id);
    }

    private Mono<Map<Asked, List<CouncilSeat>>> seats(Set<Asked> asked) {
        return Flux.just(true, false)
                .concatMap(anyTime -> of(asked, anyTime))
                .collectMultimap(Map.Entry::getKey, Map.Entry::getValue)
                .map(found -> Batch.values(asked, one -> List.copyOf(found.getOrDefault(one, List.of()))));
    }

    private Flux<Map.Entry<Asked, CouncilSeat>> of(Set<Asked> asked, boolean anyTime) {
        var councils = asked.stream()
                .filter(one -> one.anyTime() == anyTime)
                .map(Asked::council)
                .toList();
        if (councils.isEmpty()) {
            return Flux.empty();
        }
        return (anyTime ? seats.ofCouncils(councils) : seats.ofCouncils(councils, LocalDate.now(clock)))
                .map(seat -> Map.entry(new Asked(seat.councilId().value(), anyTime), seat));
    }
}
