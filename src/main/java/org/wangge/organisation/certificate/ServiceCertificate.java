package org.wangge.organisation.certificate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.organisation.volunteer.StarLevel;
import org.wangge.organisation.volunteer.VolunteerId;

/// What a volunteer served in a time, certified (志愿服务证明, 民政部令第67号): number, date, person in charge, issuer.
///
/// @param checkCode what proves the number to be read from the paper
/// @param gridId of the grid that issues it
/// @param minutes served from the first day on and before the last
/// @param totalMinutes all that had been credited when it was issued
record ServiceCertificate(
        ServiceCertificateId id,
        String no,
        String checkCode,
        VolunteerId volunteerId,
        GridId gridId,
        GridKey gridKey,
        LocalDate fromOn,
        LocalDate toOn,
        int minutes,
        int totalMinutes,
        Instant issuedAt,
        String actor,
        @Nullable Instant revokedAt,
        @Nullable String revokeReason,
        int version)
        implements Node {
    private static final String MEMBER = "member:";

    UUID uuid() {
        return id.value();
    }

    public int serviceMinutes() {
        return minutes;
    }

    public int starLevel() {
        return StarLevel.of(totalMinutes);
    }

    public boolean isValid() {
        return revokedAt == null;
    }

    /// The member in charge; null for accounts of nobody in the teams.
    @Nullable
    UUID issuerUuid() {
        return actor.startsWith(MEMBER) ? UUID.fromString(actor.substring(MEMBER.length())) : null;
    }
}
