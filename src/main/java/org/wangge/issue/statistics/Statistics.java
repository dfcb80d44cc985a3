package org.wangge.issue.statistics;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wangge.grid.Grid;
import org.wangge.grid.GridKey;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Puts the figures of a grid together: each source counts its own for all parts at once, and the
/// whole is the sum of the parts.
@Component
class Statistics {
    private final List<FigureSource> sources;
    private final HandlingTimes times;
    private final ChildGrids childGrids;
    private final Grids grids;

    Statistics(List<FigureSource> sources, HandlingTimes times, ChildGrids childGrids, Grids grids) {
        this.sources = List.copyOf(sources);
        this.times = times;
        this.childGrids = childGrids;
        this.grids = grids;
    }

    private record Counted(Map<GridKey, Tally> tallies, Map<Optional<GridKey>, HandlingTime> times) {}

    /// @param exact where figures of few people are told
    Mono<IssueStatistics> of(Grid grid, Extent extent, Scope exact) {
        var tallies = Flux.fromIterable(sources)
                .concatMap(source -> source.of(extent))
                .collect(groupingBy(Found::part, toMap(Found::figure, Found::ratio)))
                .map(Statistics::tallies);
        return tallies.zipWhen(counted -> times.of(extent), Counted::new)
                .flatMap(counted ->
                        children(counted, extent).map(children -> put(grid, extent, exact, counted, children)));
    }

    private Mono<List<Grid>> children(Counted counted, Extent extent) {
        return childGrids
                .of(extent)
                .collect(Collectors.toCollection(HashSet::new))
                .doOnNext(keys -> keys.addAll(counted.tallies().keySet()))
                .doOnNext(keys -> keys.remove(extent.node()))
                .flatMap(keys ->
                        grids.allAt(keys, Scope.everywhere()).collectSortedList(Comparator.comparing(Grid::code)));
    }

    private static IssueStatistics put(Grid grid, Extent extent, Scope exact, Counted counted, List<Grid> children) {
        var veil = veil(exact, grid.key());
        var whole = Tally.sum(counted.tallies().values());
        return new IssueStatistics(
                grid,
                extent,
                veil,
                new IssueFigures(whole, veil, counted.times().getOrDefault(Optional.empty(), HandlingTime.NONE)),
                figures(counted, grid.key(), veil),
                children.stream()
                        .map(child -> new IssueStatistics.OfChild(
                                child, figures(counted, child.key(), veil(exact, child.key()))))
                        .toList());
    }

    private static IssueFigures figures(Counted counted, GridKey part, Veil veil) {
        return new IssueFigures(
                counted.tallies().getOrDefault(part, Tally.EMPTY),
                veil,
                counted.times().getOrDefault(Optional.of(part), HandlingTime.NONE));
    }

    private static Map<GridKey, Tally> tallies(Map<GridKey, Map<Figure, Ratio>> found) {
        return found.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> new Tally(entry.getValue())));
    }

    private static Veil veil(Scope exact, GridKey key) {
        return exact.holds(key) ? Veil.NONE : Veil.COARSE;
    }
}
