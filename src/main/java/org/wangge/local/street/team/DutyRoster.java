package org.wangge.local.street.team;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.land.Land;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.seed.Words;

/// Writes the posts and their shifts from a week ago to a week ahead as rows of `post` and
/// `duty_shift`. Only shifts that are over have a note for the next.
public final class DutyRoster {
    private static final int DAYS = 7;

    private final Sheet posts = new Sheet("post", "id, grid_id, grid_key, type, title");
    private final Sheet shifts = new Sheet("duty_shift", "id, post_id, member_id, starts_at, ends_at, handover_note");
    private final List<String> notes = Words.from("notes").lines("handover");
    private final Rota rota;
    private final History history;

    private DutyRoster(Rota rota, History history) {
        this.rota = rota;
        this.history = history;
    }

    public static List<Sheet> of(Rota rota, Place street, History history) {
        var roster = new DutyRoster(rota, history);
        for (var post : Post.values()) {
            roster.write(post, street);
        }
        return List.of(roster.posts, roster.shifts);
    }

    private void write(Post post, Place street) {
        var id = Dice.named("post", post.ordinal()).id(History.startOf(Land.FOUNDED_ON));
        posts.row(id, street.id(), street.key(), post, post.title());
        for (var day = -DAYS; day <= DAYS; day++) {
            for (var startsAt : Rota.shiftsOf(history.today().plusDays(day))) {
                write(post, id, startsAt);
            }
        }
    }

    private void write(Post post, UUID postId, Instant startsAt) {
        var dice = Dice.named("shift " + post, startsAt.getEpochSecond());
        var id = dice.id(history.endAt());
        var endsAt = startsAt.plus(Rota.SHIFT);
        shifts.row(id, postId, rota.holder(post, startsAt).id(), startsAt, endsAt, note(endsAt, dice));
    }

    private @Nullable String note(Instant endsAt, Dice dice) {
        return endsAt.isAfter(history.endAt()) || dice.chance(0.4) ? null : dice.pick(notes);
    }
}
