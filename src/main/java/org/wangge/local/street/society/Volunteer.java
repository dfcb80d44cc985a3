package org.wangge.local.street.society;

import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.land.Place;

/// A volunteer: who it is, since when, and what was credited day by day.
final class Volunteer {
    final UUID id;
    final Place place;
    final Identity identity;
    final Instant joinedAt;
    /// Those whom every activity can count on.
    final boolean isCore;

    private final SortedMap<LocalDate, Integer> minutes = new TreeMap<>();

    /// A resident, a member of the team, or somebody with a name of their own.
    record Identity(@Nullable UUID resident, @Nullable UUID member, byte @Nullable [] name, String mask) {}

    Volunteer(UUID id, Place place, Identity identity, Instant joinedAt, boolean isCore) {
        this.id = id;
        this.place = place;
        this.identity = identity;
        this.joinedAt = joinedAt;
        this.isCore = isCore;
    }

    void credit(LocalDate day, int more) {
        minutes.merge(day, more, Integer::sum);
    }

    int minutes() {
        return minutes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// What was credited from a day on and before another.
    int minutes(LocalDate from, LocalDate to) {
        return minutes.subMap(from, to).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
