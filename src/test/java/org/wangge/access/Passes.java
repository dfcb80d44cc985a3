package org.wangge.access;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.test.context.TestComponent;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.TownGrid;

/// Tokens of as many people as a load needs, who all serve the same grid.
@TestComponent
public class Passes {
    private final Graph graph;
    private final Tokens tokens;

    Passes(Graph graph, Tokens tokens) {
        this.graph = graph;
        this.tokens = tokens;
    }

    public List<String> of(TownGrid grid, int people) {
        return IntStream.range(0, people)
                .mapToObj(i -> Visitor.with("GRID_MEMBER", grid, graph.database()))
                .map(visitor -> Awaited.the(tokens.issue(visitor.account(), visitor.session()))
                        .text())
                .toList();
    }
}
