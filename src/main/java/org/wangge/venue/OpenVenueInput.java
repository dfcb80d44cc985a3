package org.wangge.venue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.GridLevel;
import org.wangge.grid.Point;
import org.wangge.grid.PointInput;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// A venue that somebody opens in a grid.
public record OpenVenueInput(
        UUID key,
        GridId gridId,
        String name,
        VenueKind kind,
        String address,
        int capacity,
        List<Opening> opening,
        @Nullable PointInput point) {
    static final int MOST_PEOPLE = 100_000;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_ADDRESS = 200;

    public OpenVenueInput {
        opening = List.copyOf(opening);
    }

    Problems problems() {
        return problems(name, address, capacity, opening);
    }

    Problems problemsIn(Grid grid) {
        return problems().check(grid.level() != GridLevel.DISTRICT, "gridId", ProblemCode.WRONG_LEVEL, grid.level());
    }

    static Problems problems(String name, String address, int capacity, List<Opening> opening) {
        var problems = new Problems()
                .text("name", name, 1, LONGEST_NAME)
                .text("address", address, 1, LONGEST_ADDRESS)
                .check(capacity >= 1 && capacity <= MOST_PEOPLE, "capacity", ProblemCode.OUT_OF_RANGE, 1, MOST_PEOPLE);
        return OpeningHours.check(opening, problems);
    }

    @Nullable
    Point place() {
        return point == null ? null : point.point();
    }
}
