package org.wangge.organisation.activity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Conditions;
import org.wangge.grid.GridId;
import org.wangge.organisation.SocialOrganisationId;
import org.wangge.organisation.volunteer.VolunteerTeamId;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// Which activities a list holds; what is null does not limit.
///
/// @param from those that end after it
/// @param to those that start before it
public record ActivityFilter(
        @Nullable GridId within,
        @Nullable List<ActivityKind> kind,
        @Nullable List<ActivityStatus> status,
        @Nullable SocialOrganisationId organisationId,
        @Nullable VolunteerTeamId teamId,
        @Nullable Instant from,
        @Nullable Instant to) {
    static final ActivityFilter NONE = new ActivityFilter(null, null, null, null, null, null, null);

    /// @throws Fault INVALID_RANGE when it ends before it starts
    Conditions limit(Conditions where) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new Fault(FaultCode.INVALID_RANGE, "filter");
        }
        if (kind != null) {
            where.and("a.kind = any(:kinds)", "kinds", Batch.names(kind));
        }
        if (status != null) {
            where.and("a.status = any(:statuses)", "statuses", Batch.names(status));
        }
        if (organisationId != null) {
            where.and("a.organisation_id = :organisation", "organisation", organisationId.value());
        }
        if (teamId != null) {
            where.and("a.team_id = :team", "team", teamId.value());
        }
        if (from != null) {
            where.and("a.ends_at > :from", "from", from);
        }
        return to == null ? where : where.and("a.starts_at < :to", "to", to);
    }
}
