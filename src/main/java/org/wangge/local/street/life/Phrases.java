package org.wangge.local.street.life;

import org.wangge.local.street.matter.Report;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Words;

/// What staff and residents write on the way of a case.
final class Phrases {
    private final Words words = Words.from("life");

    String pick(String heading, Dice dice) {
        return dice.pick(words.lines(heading));
    }

    /// With the title of the case where the line leaves room for it (`{题}`).
    String about(Report report, String heading, Dice dice) {
        return pick(heading, dice).replace("{题}", report.story().title());
    }
}
