package org.wangge.resident;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    private static final int FEW = 5;

    private final Tallies tallies;

    TallyController(Tallies tallies) {
        this.tallies = tallies;
    }

    @BatchMapping
    Mono<Map<GridCounts, Integer>> residentCount(List<GridCounts> counts, @ContextValue Viewer viewer) {
        return tallies.residents(counts).map(found -> told(found, viewer));
    }

    @BatchMapping
    Mono<Map<GridCounts, Integer>> householdCount(List<GridCounts> counts, @ContextValue Viewer viewer) {
        return tallies.households(counts).map(found -> told(found, viewer));
    }

    @BatchMapping
    Mono<Map<GridCounts, List<PremisesTypeCount>>> premises(List<GridCounts> counts) {
        return tallies.premises(counts);
    }

    /// Fewer than five people could be recognised: who may not see figures of few is told nothing.
    private static Map<GridCounts, Integer> told(Map<GridCounts, Integer> found, Viewer viewer) {
        var exact = viewer.scope(Right.STATISTICS);
        return found.entrySet().stream()
                .filter(count -> count.getValue() == 0
                        || count.getValue() >= FEW
                        || exact.holds(count.getKey().key()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
