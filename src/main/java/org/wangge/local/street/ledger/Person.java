package org.wangge.local.street.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.wangge.local.street.seed.Sex;

/// One of a family. The surname is empty where a name has none.
record Person(String surname, String given, Sex sex, LocalDate birthOn, Relation relation) {
    String name() {
        return surname + given;
    }

    int ageOn(LocalDate day) {
        return (int) ChronoUnit.YEARS.between(birthOn, day);
    }
}
