package org.wangge.local.street.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;

/// What the people of a household have in common: the home, since when, how they are registered,
/// and who saw them there last.
record Stay(UUID household, UUID home, String residency, LocalDate movedInOn, Instant verifiedAt, Source source) {

    static Stay of(UUID household, UUID home, boolean floating, History history, Dice dice) {
        var days = floating ? 30 + dice.below(1_500) : 400 + dice.below(11_000);
        return new Stay(
                household,
                home,
                floating ? "FLOATING" : residency(dice),
                history.today().minusDays(days),
                history.lately(dice),
                Source.of(dice));
    }

    /// Those born later live there from birth.
    LocalDate fromOn(Person person) {
        return person.birthOn().isAfter(movedInOn) ? person.birthOn() : movedInOn;
    }

    private static String residency(Dice dice) {
        var mark = dice.share();
        return mark < 0.90 ? "PERMANENT" : mark < 0.999 ? "REGISTERED" : "OVERSEAS";
    }
}
