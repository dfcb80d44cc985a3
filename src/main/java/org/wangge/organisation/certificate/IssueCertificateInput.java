package org.wangge.organisation.certificate;

import java.time.LocalDate;
import java.util.UUID;
import org.wangge.organisation.volunteer.VolunteerId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// Whose service is certified, from the first day on and before the last.
public record IssueCertificateInput(UUID key, VolunteerId volunteerId, LocalDate fromOn, LocalDate toOn) {
    Problems problems(LocalDate today) {
        return new Problems()
                .check(toOn.isAfter(fromOn), "toOn", ProblemCode.NOT_IN_ORDER)
                .check(!toOn.isAfter(today.plusDays(1)), "toOn", ProblemCode.IN_THE_FUTURE);
    }
}
