package org.wangge.local.street.matter;

import java.time.Duration;
import java.time.Instant;
import org.wangge.local.street.seed.Dice;

/// The limits of each step in minutes, as the clocks of the street have them. Urgent steps run on
/// the wall clock, the others in working time; handling counts from acceptance.
enum Pace {
    EMERGENCY(10, 5, 10, 120, 240),
    URGENT(30, 15, 30, 1_440, 420),
    NORMAL(120, 120, 240, 2_100, 840),
    COMPLEX(120, 240, 240, 21_600, 840);

    private final int accept;
    private final int dispatch;
    private final int sign;
    private final int handle;
    private final int verify;

    Pace(int accept, int dispatch, int sign, int handle, int verify) {
        this.accept = accept;
        this.dispatch = dispatch;
        this.sign = sign;
        this.handle = handle;
        this.verify = verify;
    }

    /// When the step after `at` is done.
    Instant after(Move move, Instant at, Dice dice) {
        return switch (move) {
            case REPORT -> at;
            case ACCEPT -> wall(at, accept, dice);
            case DISPATCH -> isUrgent() ? wall(at, dispatch, dice) : office(at, dispatch, dice);
            case SIGN -> isUrgent() ? wall(at, sign, dice) : office(at, sign, dice);
            case SUBMIT_RESULT -> this == NORMAL ? office(at, handle, dice) : wall(at, handle, dice);
            case CLOSE -> this == EMERGENCY ? wall(at, verify, dice) : office(at, verify, dice);
            case EVALUATE -> office(at, 9 * 420, dice);
        };
    }

    private boolean isUrgent() {
        return this == EMERGENCY || this == URGENT;
    }

    private static Instant wall(Instant at, int limit, Dice dice) {
        return at.plus(Duration.ofSeconds((long) (60 * limit * share(dice))));
    }

    private static Instant office(Instant at, int limit, Dice dice) {
        return OfficeHours.after(at, (int) (limit * share(dice)));
    }

    /// Of the limit; four in a hundred miss it.
    private static double share(Dice dice) {
        return dice.chance(0.04) ? 1.05 + dice.share() : 0.45 + 0.53 * dice.share();
    }
}
