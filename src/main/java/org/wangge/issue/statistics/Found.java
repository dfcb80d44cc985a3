package org.wangge.issue.statistics;

import io.r2dbc.spi.Readable;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;

/// One figure of one part: a child of the node, or the node itself without its children.
record Found(GridKey part, Figure figure, Ratio ratio) {
    static Found row(Readable row) {
        return new Found(
                new GridKey(Rows.text(row, "part")),
                Rows.constant(row, "figure", Figure.class),
                new Ratio(Rows.get(row, "amount", Long.class), Rows.get(row, "whole", Long.class)));
    }
}
