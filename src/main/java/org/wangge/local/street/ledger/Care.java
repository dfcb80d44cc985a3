package org.wangge.local.street.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Sex;

/// Which help somebody needs, never why: of those who live alone in age, of women who expect a
/// child, of children whose parents work far away, of the frail. About four in a hundred.
record Care(LocalDate today, Dice dice) {
    List<String> needs(Person person, List<Person> family) {
        var age = person.ageOn(today);
        if (age >= 72 && family.size() == 1) {
            return alone(age);
        }
        if (age >= 80) {
            return frail();
        }
        if (age < 14 && family.stream().noneMatch(kin -> isGrown(kin.ageOn(today)))) {
            return List.of("CHILD_SUPPORT", "REGULAR_VISIT");
        }
        if (person.sex() == Sex.FEMALE && age >= 22 && age <= 40 && dice.chance(0.018)) {
            return List.of("MATERNITY_SUPPORT");
        }
        return dice.chance(0.003) ? List.of("MOBILITY_SUPPORT") : List.of();
    }

    private List<String> alone(int age) {
        var needs = new ArrayList<>(List.of("REGULAR_VISIT"));
        if (age >= 80 || dice.chance(0.3)) {
            needs.add("EMERGENCY_CONTACT");
        }
        if (dice.chance(0.35)) {
            needs.add("MEAL_SERVICE");
        }
        if (dice.chance(0.2)) {
            needs.add("MEDICAL_ESCORT");
        }
        return needs;
    }

    private List<String> frail() {
        if (dice.chance(0.72)) {
            return List.of();
        }
        return dice.chance(0.5) ? List.of("MEDICATION_REMINDER") : List.of("MOBILITY_SUPPORT", "MEDICAL_ESCORT");
    }

    private static boolean isGrown(int age) {
        return age >= 16 && age < 55;
    }
}
