package org.wangge.local.street.works;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.ledger.Neighbour;
import org.wangge.local.street.seed.Course;
import org.wangge.local.street.seed.Dice;

/// A project with those who want it, and its course so far.
record Project(
        UUID id,
        int number,
        Plan plan,
        Place place,
        Instant collectedAt,
        List<Neighbour> neighbours,
        Course course,
        Dice dice) {
    Project {
        neighbours = List.copyOf(neighbours);
    }

    /// The first third said that they want it; the others rate it when it is done.
    List<Neighbour> supporters() {
        return neighbours.subList(0, neighbours.size() / 3);
    }

    List<Neighbour> raters() {
        return neighbours.subList(neighbours.size() / 3, neighbours.size());
    }
}
