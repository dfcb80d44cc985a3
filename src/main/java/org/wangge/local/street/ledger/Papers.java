package org.wangge.local.street.ledger;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Personal;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.Keyring;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Digits;
import org.wangge.local.street.seed.Sex;
import org.wangge.resident.IdDocument;

/// What people have of their own, sealed: a name, an id number of an area that does not exist
/// (999999) with its right check digit, and mostly a phone that nobody can dial (100 and eight more
/// digits). No two have the same number.
final class Papers {
    private static final String NO_AREA = "999999";
    private static final String NO_NETWORK = "100";
    private static final int OF_AGE = 16;
    /// Odd and not a multiple of five, so that its multiples run through all eight digits.
    private static final long STRIDE = 46_180_339;
    private static final int NUMBERS = 100_000_000;

    private final Map<String, Integer> births = new HashMap<>();
    private final Dice dice = Dice.named("papers", 0);
    private final Keyring keyring;
    private final LocalDate today;
    private int phones;

    Papers(Keyring keyring, LocalDate today) {
        this.keyring = keyring.sealingAlike();
        this.today = today;
    }

    /// The cells of the columns from `name_cell` on.
    @Nullable
    Object[] of(UUID id, Person person) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(keyring.seal(person.name(), new CellPlace("resident.name", id)));
        cells.add(Personal.name(person.name()));
        var number = number(person);
        cells.add("RESIDENT_ID");
        cells.addAll(sealed("resident.id_document", id, number, Personal.idDocument(number)));
        var hasPhone = person.ageOn(today) >= OF_AGE && dice.chance(0.94);
        cells.addAll(hasPhone ? phone(id) : Arrays.asList(null, null, null));
        return cells.toArray();
    }

    private List<@Nullable Object> phone(UUID id) {
        var phone = NO_NETWORK + Digits.of((int) (++phones * STRIDE % NUMBERS), 8);
        return sealed("resident.phone", id, phone, Personal.phone(phone));
    }

    private List<@Nullable Object> sealed(String field, UUID id, String clear, Personal mask) {
        return Arrays.asList(keyring.seal(clear, new CellPlace(field, id)), keyring.index(field, clear), mask);
    }

    /// The order number is odd for men and even for women.
    private String number(Person person) {
        var day = person.birthOn().format(DateTimeFormatter.BASIC_ISO_DATE);
        var order = 2 * births.merge(day + person.sex(), 1, Integer::sum) - (person.sex() == Sex.MALE ? 1 : 0);
        return IdDocument.completed(NO_AREA + day + Digits.of(order, 3));
    }
}
