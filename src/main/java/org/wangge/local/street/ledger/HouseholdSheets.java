package org.wangge.local.street.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wangge.access.Personal;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Digits;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Sheet;

/// Rows of `household`, `resident` and `residence_period`. A household is verified as one, at the
/// door; ids follow the order of the first census, a millisecond each.
final class HouseholdSheets {
    private final Sheet households = new Sheet("household", "id, grid_id, grid_key, no, premises_id");
    private final Sheet residents = new Sheet(
            "resident",
            "id, grid_id, grid_key, household_id, sex, birth_on, residency, relation, care_needs, verified_at,"
                    + " source, name_cell, name_mask, id_document_type, id_document_cell, id_document_index,"
                    + " id_document_mask, phone_cell, phone_index, phone_mask");
    private final Sheet periods = new Sheet("residence_period", "id, resident_id, premises_id, from_on");
    private final Map<UUID, Integer> counts = new HashMap<>();
    private final History history;
    private final Papers papers;

    HouseholdSheets(History history, Papers papers) {
        this.history = history;
        this.papers = papers;
    }

    List<Sheet> sheets() {
        return List.of(households, residents, periods);
    }

    /// Answers with the head.
    Neighbour write(Place courtyard, UUID home, List<Person> family, boolean floating, Dice dice) {
        var household = dice.id(recordedAt());
        households.row(household, courtyard.id(), courtyard.key(), number(courtyard), home);
        var stay = Stay.of(household, home, floating, history, dice);
        var ids = family.stream()
                .map(person -> write(courtyard, stay, person, family, dice))
                .toList();
        return new Neighbour(
                ids.getFirst(),
                household,
                Personal.name(family.getFirst().name()).display());
    }

    private UUID write(Place courtyard, Stay stay, Person person, List<Person> family, Dice dice) {
        var id = dice.id(recordedAt());
        var needs = new Care(history.today(), dice).needs(person, family);
        residents
                .cells(id, courtyard.id(), courtyard.key(), stay.household())
                .cells(person.sex(), person.birthOn(), stay.residency(), person.relation())
                .cells(needs, stay.verifiedAt(), stay.source())
                .cells(papers.of(id, person))
                .end();
        periods.row(dice.id(recordedAt()), id, stay.home(), stay.fromOn(person));
        return id;
    }

    /// Community, comprehensive grid, group and courtyard, then the household's own three digits.
    private String number(Place courtyard) {
        var count = counts.merge(courtyard.id(), 1, Integer::sum);
        return courtyard.code().substring(9) + Digits.of(count, 3);
    }

    private Instant recordedAt() {
        return history.startAt().minusMillis(86_400_000L - residents.rows());
    }
}
