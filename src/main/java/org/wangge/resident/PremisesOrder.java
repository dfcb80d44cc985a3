package org.wangge.resident;

import org.wangge.graphql.page.Direction;
import org.wangge.graphql.page.Sort;

/// How a list of premises is ordered.
public record PremisesOrder(Field field, Direction direction) {
    static final PremisesOrder BY_CODE = new PremisesOrder(Field.CODE, Direction.ASC);

    /// The columns a list of premises can be ordered by.
    public enum Field {
        CODE,
        VERIFIED_AT
    }

    Sort<Premises> sort() {
        return switch (field) {
            case CODE -> new Sort<>("p.code", Sort.Kind.TEXT, Premises::code, direction);
            case VERIFIED_AT -> new Sort<>("p.verified_at", Sort.Kind.INSTANT, Premises::verifiedAt, direction);
        };
    }
}
