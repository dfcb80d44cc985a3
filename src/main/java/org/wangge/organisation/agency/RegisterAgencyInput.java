package org.wangge.organisation.agency;

import java.util.UUID;
import org.wangge.grid.GridId;
import org.wangge.organisation.CreditCode;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// An agency that is put on the list of a subdistrict.
public record RegisterAgencyInput(UUID key, GridId gridId, String name, String creditCode) {
    private static final int LONGEST_NAME = 64;

    Problems problems() {
        return new Problems()
                .text("name", name, 1, LONGEST_NAME)
                .check(CreditCode.isRight(creditCode), "creditCode", ProblemCode.MALFORMED);
    }
}
