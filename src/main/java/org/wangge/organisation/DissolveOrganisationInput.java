package org.wangge.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// Which organisation is no more, from which day on, and why.
public record DissolveOrganisationInput(
        UUID key, SocialOrganisationId organisationId, int expectedVersion, LocalDate on, String reason) {
    Problems problemsWith(SocialOrganisation organisation, LocalDate today) {
        return new Problems()
                .text("reason", reason, 1, Problems.REMARK)
                .check(on.isAfter(organisation.foundedOn()), "on", ProblemCode.NOT_IN_ORDER)
                .check(!on.isAfter(today), "on", ProblemCode.IN_THE_FUTURE);
    }
}
