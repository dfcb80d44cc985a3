package org.wangge.grid;

import org.wangge.graphql.page.Direction;
import org.wangge.graphql.page.Sort;

/// How a list of grids is ordered.
public record GridOrder(Field field, Direction direction) {
    static final GridOrder BY_CODE = new GridOrder(Field.CODE, Direction.ASC);

    /// The columns a list of grids can be ordered by; names by pinyin.
    public enum Field {
        CODE,
        NAME
    }

    Sort<Grid> sort() {
        return switch (field) {
            case CODE -> new Sort<>("g.code", Sort.Kind.TEXT, Grid::code, direction);
            case NAME -> new Sort<>("g.name collate \"zh-x-icu\"", Sort.Kind.TEXT, Grid::name, direction);
        };
    }
}
