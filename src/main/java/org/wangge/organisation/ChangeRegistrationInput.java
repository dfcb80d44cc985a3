package org.wangge.organisation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// How far an organisation has come now.
public record ChangeRegistrationInput(
        UUID key,
        SocialOrganisationId organisationId,
        int expectedVersion,
        Registration registration,
        @Nullable String creditCode) {
    Problems problemsWith(SocialOrganisation organisation) {
        return RegisterOrganisationInput.credit(registration, creditCode, new Problems())
                .check(
                        registration.compareTo(organisation.registration()) > 0,
                        "registration",
                        ProblemCode.CONTRADICTS,
                        organisation.registration());
    }
}
