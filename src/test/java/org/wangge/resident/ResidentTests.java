package org.wangge.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.access.Personal;
import org.wangge.grid.GridId;
import org.wangge.town.Town;

class ResidentTests {
    @ParameterizedTest
    @CsvSource({"2026-04-30, 39", "2026-05-01, 40", "2026-05-02, 40", "1986-05-01, 0"})
    void growsOlderOnTheBirthday(LocalDate day, int age) {
        assertThat(born(LocalDate.of(1986, 5, 1)).ageOn(day)).isEqualTo(age);
    }

    @Test
    void isMaskedInLogs() {
        assertThat(born(LocalDate.of(1986, 5, 1)).toString()).contains("张*").doesNotContain("小宝");
    }

    private static Resident born(LocalDate day) {
        return new Resident(
                new ResidentId(Town.uuid(9, 1)),
                new GridId(Town.uuid(1, 1)),
                new HouseholdId(Town.uuid(8, 1)),
                Personal.name("张小宝"),
                null,
                null,
                Sex.MALE,
                day,
                Residency.PERMANENT,
                FamilyRelation.HEAD,
                List.of(),
                ResidentStatus.ACTIVE,
                Instant.EPOCH,
                "走访",
                1);
    }
}
