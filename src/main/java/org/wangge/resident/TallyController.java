package org.wangge.resident;

import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.grid.GridCounts;
import reactor.core.publisher.Mono;

/// How many people, households and premises there are in a grid and below, in the graph.
@Controller
class TallyController {
    private final Tallies tallies;

    TallyController(Tallies tallies) {
        this.tallies = tallies;
    }

    @BatchMapping
    Mono<Map<GridCounts, Integer>> residentCount(List<GridCounts> counts, @ContextValue Viewer viewer) {
        return tallies.residents(counts, viewer.scope(Right.LEDGER));
    }

    @BatchMapping
    Mono<Map<GridCounts, Integer>> householdCount(List<GridCounts> counts, @ContextValue Viewer viewer) {
        return tallies.households(counts, viewer.scope(Right.LEDGER));
    }

    @BatchMapping
    Mono<Map<GridCounts, List<PremisesTypeCount>>> premises(List<GridCounts> counts, @ContextValue Viewer viewer) {
        return tallies.premises(counts, viewer.scope(Right.LEDGER));
    }
}
