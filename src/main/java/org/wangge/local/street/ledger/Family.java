package org.wangge.local.street.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Names;
import org.wangge.local.street.seed.Sex;

/// Brings one family into being: the head first, everybody else by their kinship to the head.
final class Family {
    private final Names names;
    private final LocalDate today;
    private final Dice dice;
    private final String surname;
    private final Sex headSex;
    private final int headAge;
    private final List<Person> people = new ArrayList<>();

    private Family(Names names, String surname, LocalDate today, Kinship kinship, Dice dice) {
        this.names = names;
        this.today = today;
        this.dice = dice;
        this.surname = surname;
        this.headAge = kinship.headAge(dice);
        this.headSex = dice.chance(headSexShare(kinship)) ? Sex.MALE : Sex.FEMALE;
    }

    static List<Person> of(int size, String surname, Names names, LocalDate today, Dice dice) {
        var kinship = Kinship.of(size, dice);
        var family = new Family(names, surname, today, kinship, dice);
        family.addHead(size);
        kinship.others().chars().forEach(kin -> family.add((char) kin));
        return family.people;
    }

    private static double headSexShare(Kinship kinship) {
        return kinship.others().startsWith("S") ? 0.82 : 0.45;
    }

    private void addHead(int size) {
        if (size == 1 && dice.chance(0.004)) {
            people.add(new Person("", names.complete(headSex, dice), headSex, birthOn(headAge), Relation.HEAD));
        } else {
            add(surname, headSex, headAge, Relation.HEAD);
        }
    }

    private void add(char kin) {
        switch (kin) {
            case 'S' -> add(names.incomer(dice), headSex.other(), spouseAge(), Relation.SPOUSE);
            case 'C' -> addChild();
            case 'P' -> addParent();
            case 'E' -> addElder(Sex.FEMALE, Math.min(101, oldest() + dice.between(19, 24)), Relation.GRANDPARENT);
            case 'B' -> add(surname, Sex.of(dice), headAge + dice.between(-8, 8), Relation.SIBLING);
            default ->
                add(childSurname(), Sex.of(dice), Math.max(1, headAge - dice.between(48, 62)), Relation.GRANDCHILD);
        }
    }

    private void addChild() {
        var sex = dice.chance(0.52) ? Sex.MALE : Sex.FEMALE;
        var motherAge = Math.min(headAge, people.size() > 1 ? people.get(1).ageOn(today) : headAge);
        var age = Math.max(0, motherAge - dice.between(20, 33) - 2 * (people.size() - 2));
        add(childSurname(), sex, age, sex == Sex.MALE ? Relation.SON : Relation.DAUGHTER);
    }

    private void addParent() {
        var before = people.getLast();
        var second = before.relation() == Relation.PARENT;
        var sex = second ? before.sex().other() : dice.chance(0.35) ? Sex.MALE : Sex.FEMALE;
        var age = second ? before.ageOn(today) + dice.between(-3, 3) : headAge + dice.between(21, 31);
        addElder(sex, Math.max(headAge + 18, age), Relation.PARENT);
    }

    private void addElder(Sex sex, int age, Relation relation) {
        add(sex == Sex.MALE ? surname : names.incomer(dice), sex, age, relation);
    }

    private void add(String surname, Sex sex, int age, Relation relation) {
        var birthOn = birthOn(age);
        people.add(new Person(surname, names.given(sex, birthOn.getYear(), dice), sex, birthOn, relation));
    }

    private int spouseAge() {
        var gap = dice.between(-1, 5);
        return Math.max(21, headSex == Sex.MALE ? headAge - gap : headAge + gap);
    }

    /// The father's, as a rule.
    private String childSurname() {
        var hasSpouse = people.size() > 1 && people.get(1).relation() == Relation.SPOUSE;
        var fathers = headSex == Sex.MALE || !hasSpouse;
        return fathers ? surname : people.get(1).surname();
    }

    private int oldest() {
        return people.stream().mapToInt(person -> person.ageOn(today)).max().orElseThrow();
    }

    private LocalDate birthOn(int age) {
        return today.minusYears(age).minusDays(1L + dice.below(364));
    }
}
