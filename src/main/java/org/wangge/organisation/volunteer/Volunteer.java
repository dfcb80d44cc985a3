package org.wangge.organisation.volunteer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Personal;
import org.wangge.access.Viewer;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.personnel.MemberId;
import org.wangge.resident.ResidentId;

/// Somebody who helps (志愿者): a resident, a member of the teams, or neither.
///
/// @param no the number that stands on certificates
/// @param actor of the account that registered itself
/// @param serviceMinutes all that was credited
public record Volunteer(
        VolunteerId id,
        String no,
        GridId gridId,
        GridKey gridKey,
        @Nullable ResidentId residentId,
        @Nullable MemberId memberId,
        @Nullable String actor,
        Personal name,
        List<String> skills,
        int serviceMinutes,
        Instant joinedAt,
        @Nullable Instant leftAt,
        int version)
        implements Node {
    public Volunteer {
        skills = List.copyOf(skills);
    }

    public int starLevel() {
        return StarLevel.of(serviceMinutes);
    }

    public UUID uuid() {
        return id.value();
    }

    public boolean isActive() {
        return leftAt == null;
    }

    /// Whether they are the viewer.
    public boolean is(Viewer viewer) {
        return viewer.actor().equals(actor)
                || residentId != null && residentId.value().equals(viewer.residentId())
                || memberId != null && memberId.value().equals(viewer.memberId());
    }

    @Nullable
    UUID residentUuid() {
        return residentId == null ? null : residentId.value();
    }

    @Nullable
    UUID memberUuid() {
        return memberId == null ? null : memberId.value();
    }
}
