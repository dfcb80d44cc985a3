package org.wangge.local.street.ledger;

import org.wangge.local.street.seed.Dice;

/// Where a fact came from when it was last verified; most are seen at the door.
enum Source {
    GRID_VISIT,
    SELF_REPORT,
    IMPORT,
    POLICE_LEDGER;

    static Source of(Dice dice) {
        var mark = dice.share();
        return mark < 0.62 ? GRID_VISIT : mark < 0.76 ? SELF_REPORT : mark < 0.88 ? IMPORT : POLICE_LEDGER;
    }
}
