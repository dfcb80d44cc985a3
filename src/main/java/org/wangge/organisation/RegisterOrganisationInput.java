package org.wangge.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// An organisation that is put on the list of a grid.
public record RegisterOrganisationInput(
        UUID key,
        GridId gridId,
        String name,
        OrganisationKind kind,
        Registration registration,
        @Nullable String creditCode,
        String purpose,
        int memberCount,
        LocalDate foundedOn) {
    private static final int LONGEST_NAME = 64;
    private static final int MOST_MEMBERS = 100_000;

    Problems problems(LocalDate today) {
        return credit(registration, creditCode, new Problems())
                .text("name", name, 1, LONGEST_NAME)
                .text("purpose", purpose, 1, Problems.REMARK)
                .check(
                        memberCount >= 0 && memberCount <= MOST_MEMBERS,
                        "memberCount",
                        ProblemCode.OUT_OF_RANGE,
                        0,
                        MOST_MEMBERS)
                .check(!foundedOn.isAfter(today), "foundedOn", ProblemCode.IN_THE_FUTURE);
    }

    /// Whoever is registered has a code, nobody else has one.
    static Problems credit(Registration registration, @Nullable String code, Problems problems) {
        var isRegistered = registration == Registration.REGISTERED;
        return problems.check(!isRegistered || code != null, "creditCode", ProblemCode.REQUIRED)
                .check(isRegistered || code == null, "creditCode", ProblemCode.NOT_ALLOWED, "REGISTERED")
                .check(code == null || CreditCode.isRight(code), "creditCode", ProblemCode.MALFORMED);
    }
}
