package org.wangge.resident;

import org.wangge.graphql.page.Direction;
import org.wangge.graphql.page.Sort;

/// How a list of residents is ordered.
public record ResidentOrder(Field field, Direction direction) {
    static final ResidentOrder BY_VERIFICATION = new ResidentOrder(Field.VERIFIED_AT, Direction.ASC);

    /// The columns a list of residents can be ordered by. Names are none of them: the order would
    /// tell what the mask hides.
    public enum Field {
        VERIFIED_AT,
        BIRTH_ON
    }

    Sort<Resident> sort() {
        return switch (field) {
            case VERIFIED_AT -> new Sort<>("r.verified_at", Sort.Kind.INSTANT, Resident::verifiedAt, direction);
            case BIRTH_ON -> new Sort<>("r.birth_on", Sort.Kind.DAY, Resident::birthOn, direction);
        };
    }
}
