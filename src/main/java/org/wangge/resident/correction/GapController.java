package org.wangge.resident.correction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.PageRequest;
import org.wangge.grid.GridId;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.resident.LedgerSight;
import org.wangge.resident.Resident;
import org.wangge.resident.Residents;
import reactor.core.publisher.Mono;

/// The gaps of the ledger in the graph.
@Controller
class GapController {
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final LedgerGaps gaps;
    private final Residents residents;
    private final Grids grids;
    private final Clock clock;

    GapController(LedgerGaps gaps, Residents residents, Grids grids, Clock clock) {
        this.gaps = gaps;
        this.residents = residents;
        this.grids = grids;
        this.clock = clock;
    }

    @QueryMapping
    Mono<Connection<LedgerGap>> ledgerGaps(
            @Argument @Nullable GridId within,
            @Argument Duration olderThan,
            PageRequest page,
            @ContextValue Viewer viewer) {
        var ledger = viewer.signedIn().scope(Right.LEDGER);
        var before = before(olderThan);
        return grids.within(within, Scope.everywhere())
                .flatMap(area -> gaps.page(area, ledger, before, LocalDate.now(clock), page));
    }

    @BatchMapping
    Mono<Map<LedgerGap, Resident>> resident(List<LedgerGap> gaps, @ContextValue Viewer viewer) {
        var ids = gaps.stream().map(gap -> gap.residentId().value()).toList();
        return Batch.one(gaps, LedgerGap::residentId, residents.all(ids, LedgerSight.of(viewer)), Resident::id);
    }

    /// A whole day, so that the pages of one walk ask for the same.
    private Instant before(Duration olderThan) {
        if (olderThan.isNegative() || olderThan.compareTo(LONGEST) > 0) {
            throw new Fault(FaultCode.INVALID_RANGE, "olderThan");
        }
        return clock.instant().truncatedTo(ChronoUnit.DAYS).minus(olderThan);
    }
}
