package org.wangge.local.street.seed;

/// What the names of a cohort and the kin of a household depend on.
public enum Sex {
    MALE,
    FEMALE;

    public Sex other() {
        return this == MALE ? FEMALE : MALE;
    }

    public static Sex of(Dice dice) {
        return dice.chance(0.51) ? MALE : FEMALE;
    }
}
