package org.wangge.local.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.local.street.LoadedStreet.count;
import static org.wangge.local.street.LoadedStreet.rows;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wangge.resident.IdDocument;
import org.wangge.resident.IdDocumentType;
import org.wangge.resident.Sex;

/// The people and places of the loaded street.
class LedgerTests {
    @Test
    void givesEveryHouseholdOneHead() throws SQLException {
        assertThat(count("household h where 1 <> (select count(*) from resident r"
                        + " where r.household_id = h.id and r.relation = 'HEAD')"))
                .isZero();
    }

    @Test
    void keepsEveryRowInTheGridOfWhatItBelongsTo() throws SQLException {
        assertThat(count("resident r join household h on h.id = r.household_id"
                        + " where (r.grid_id, r.grid_key) is distinct from (h.grid_id, h.grid_key)"))
                .isZero();
        assertThat(count("household h join premises p on p.id = h.premises_id where h.grid_id <> p.grid_id"))
                .isZero();
        for (var table : new String[] {"premises", "household", "resident", "assignment", "department", "issue"}) {
            assertThat(count(table + " t join grid g on g.id = t.grid_id where g.grid_key <> t.grid_key"))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void hasThirtyToAHundredHouseholdsInEveryCourtyard() throws SQLException {
        assertThat(rows("select min(n) >= 30, max(n) <= 100, round(avg(n)) between 36 and 40"
                        + " from (select count(*) as n from household group by grid_id)"))
                .containsExactly("t t t");
    }

    @Test
    void letsParentsBeOlderThanTheirChildren() throws SQLException {
        var kin = "resident r join resident head on head.household_id = r.household_id and head.relation = 'HEAD'";

        assertThat(count(kin + " where r.relation in ('SON', 'DAUGHTER', 'GRANDCHILD') and r.birth_on < head.birth_on"
                        + " + interval '15 years'"))
                .isZero();
        assertThat(count(kin + " where r.relation in ('PARENT', 'GRANDPARENT') and r.birth_on > head.birth_on"
                        + " - interval '15 years'"))
                .isZero();
        assertThat(count(kin + " where r.relation = 'SPOUSE' and r.sex = head.sex"))
                .isZero();
        assertThat(count("resident where relation = 'SON' and sex = 'FEMALE'"
                        + " or relation = 'DAUGHTER' and sex = 'MALE'"))
                .isZero();
        assertThat(count("resident where birth_on >= date '2026-08-01' or birth_on < date '1920-01-01'"))
                .isZero();
    }

    @Test
    void letsEverybodyLiveWhereTheirHouseholdDoes() throws SQLException {
        assertThat(count("residence_period p join resident r on r.id = p.resident_id"
                        + " join household h on h.id = r.household_id"
                        + " where p.premises_id = h.premises_id and p.to_on is null and p.from_on >= r.birth_on"))
                .isEqualTo(66_473);
    }

    @Test
    void isMostlyOfPeopleWhoStay() throws SQLException {
        assertThat(rows("select residency from resident group by residency order by count(*) desc"))
                .containsExactly("PERMANENT", "FLOATING", "REGISTERED", "OVERSEAS");
    }

    @Test
    void helpsAboutFourInAHundred() throws SQLException {
        assertThat(count("resident where care_needs <> '{}'") / 66_473.0).isBetween(0.035, 0.05);
        assertThat(count("resident where 'MATERNITY_SUPPORT' = any(care_needs) and sex = 'MALE'"))
                .isZero();
    }

    @Test
    void hasNamesThatBreakCarelessSoftware() throws SQLException {
        var names = LoadedStreet.opened("name");

        assertThat(names).anyMatch(name -> name.contains("𠮷"));
        assertThat(names).anyMatch(name -> name.contains("䶮"));
        assertThat(names).anyMatch(name -> name.contains("·"));
        assertThat(names).anyMatch(name -> name.matches("(欧阳|司马|上官|诸葛|慕容).."));
    }

    @Test
    void keepsNothingPersonalInClear() throws SQLException {
        assertThat(count("resident where name is not null or name_mask !~ '^.?[*]$'"))
                .isZero();
        assertThat(count("resident where id_document_mask !~ '^999[*]{11}[0-9]{3}[0-9X]$'"))
                .isZero();
        assertThat(count("resident where phone_mask !~ '^100[*]{4}[0-9]{4}$'")).isZero();
    }

    @Test
    void givesEverybodyAnIdNumberOfTheirOwn() throws SQLException {
        var numbers = LoadedStreet.opened("id_document");

        assertThat(numbers).hasSize(66_473).doesNotHaveDuplicates().allMatch(number -> number.startsWith("999999"));
        for (var row : rows("select id, birth_on, sex from resident order by id limit 60")) {
            var cells = row.split(" ");
            var document = new IdDocument(
                    IdDocumentType.RESIDENT_ID, LoadedStreet.opened("id_document", UUID.fromString(cells[0])));
            assertThat(document.isValid(LoadedStreet.TODAY)).isTrue();
            assertThat(document.agreesWith(LocalDate.parse(cells[1]), Sex.valueOf(cells[2])))
                    .isTrue();
        }
    }

    @Test
    void givesMostAdultsAPhoneThatNobodyCanDial() throws SQLException {
        var phones = LoadedStreet.opened("phone");
        var adults = count("resident where birth_on <= date '2010-08-01'");

        assertThat(phones).doesNotHaveDuplicates().allMatch(phone -> phone.matches("100\\d{8}"));
        assertThat(phones.size() / (double) adults).isBetween(0.92, 0.96);
        assertThat(count("resident where phone_cell is not null and birth_on > date '2010-08-01'"))
                .isZero();
    }

    @Test
    void hasVerifiedEverythingInTheLastEighteenMonths() throws SQLException {
        for (var table : new String[] {"premises", "resident"}) {
            assertThat(count(table + " where verified_at not between '2025-02-01 00:00+08' and '2026-08-01 00:00+08'"))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void drawsEveryPointInsideItsPolygon() throws SQLException {
        assertThat(count("premises p left join grid_area a on a.grid_id = p.grid_id and a.ring @> p.location"
                        + " where a.ring is null"))
                .isZero();
        assertThat(count("grid g left join grid_area a on a.grid_id = g.id and a.ring @> g.centre"
                        + " where a.ring is null"))
                .isZero();
        assertThat(count("issue i left join grid_area a on a.grid_id = i.grid_id and a.ring @> i.location"
                        + " where a.ring is null and i.location is not null"))
                .isZero();
    }
}
