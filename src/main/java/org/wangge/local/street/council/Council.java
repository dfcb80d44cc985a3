package org.wangge.local.street.council;

import java.util.List;
import java.util.UUID;
import org.wangge.local.street.land.Place;

/// Those who deliberate for a community; the first of them is the chair.
record Council(UUID id, Place place, List<Seat> seats) {
    Council {
        seats = List.copyOf(seats);
    }

    Seat chair() {
        return seats.getFirst();
    }

    List<Seat> voting() {
        return seats.stream().filter(Seat::votes).toList();
    }
}
