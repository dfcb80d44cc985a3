package org.wangge.local.street.team;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.wangge.local.street.seed.History;

/// Who of the cadres holds which post: three shifts a day, six posts, one after another, so that
/// everybody is on every sixth day or so. It is the same round on every `today`.
public final class Rota {
    static final Duration SHIFT = Duration.ofHours(8);

    private final List<Member> cadres;

    public Rota(Team team) {
        cadres = team.cadres();
    }

    public Member holder(Post post, Instant at) {
        var turn = shift(at) * Post.values().length + post.ordinal();
        return cadres.get((int) (turn % cadres.size()));
    }

    /// The starts of all shifts of a day: midnight, eight, sixteen.
    static List<Instant> shiftsOf(LocalDate day) {
        var midnight = History.startOf(day);
        return List.of(midnight, midnight.plus(SHIFT), midnight.plus(SHIFT.multipliedBy(2)));
    }

    /// Midnight in Shanghai is sixteen hours UTC: shifts begin at whole multiples of eight.
    private static long shift(Instant at) {
        return at.getEpochSecond() / SHIFT.toSeconds();
    }
}
