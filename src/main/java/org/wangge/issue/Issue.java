package org.wangge.issue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.Point;
import org.wangge.personnel.DepartmentId;
import org.wangge.personnel.MemberId;
import org.wangge.resident.ResidentId;

/// A matter somebody reported (诉求、事件), from its report to its rating.
public record Issue(
        IssueId id,
        @Nullable String caseNo,
        IssueType type,
        CategoryId categoryId,
        String title,
        String description,
        IssueSource source,
        Urgency urgency,
        IssueLevel level,
        Confidentiality confidentiality,
        IssueStatus status,
        int round,
        GridId gridId,
        GridKey gridKey,
        @Nullable Point point,
        @Nullable String place,
        @Nullable ResidentId onBehalfOfId,
        @Nullable MemberId leadId,
        @Nullable DepartmentId departmentId,
        @Nullable IssueOutcome outcome,
        @Nullable RejectReason rejectReason,
        @Nullable IssueId mergedInto,
        @Nullable IssueId parentId,
        @Nullable Instant occurredAt,
        Instant reportedAt,
        @Nullable Instant acceptedAt,
        Instant updatedAt,
        @Nullable Instant closedAt,
        int version)
        implements Node {
    /// The issue that a report makes: urgency as its category has it, and small until found larger.
    static Issue reported(Report report, Instant now) {
        return new Issue(
                report.id(),
                null,
                report.type(),
                report.category().id(),
                report.title(),
                report.description(),
                report.source(),
                report.category().defaultUrgency(),
                IssueLevel.GRID,
                report.confidentiality(),
                IssueStatus.REPORTED,
                1,
                report.grid().id(),
                report.grid().key(),
                report.point(),
                report.place(),
                report.onBehalfOf(),
                null,
                null,
                null,
                null,
                null,
                null,
                report.occurredAt(),
                now,
                null,
                now,
                null,
                1);
    }

    public WorkStep step() {
        return status.step();
    }

    public UUID uuid() {
        return id.value();
    }

    Optional<UUID> leadUuid() {
        return Optional.ofNullable(leadId).map(MemberId::value);
    }

    Optional<UUID> residentUuid() {
        return Optional.ofNullable(onBehalfOfId).map(ResidentId::value);
    }

    Optional<UUID> departmentUuid() {
        return Optional.ofNullable(departmentId).map(DepartmentId::value);
    }

    /// By the id alone: issues are keys of batches.
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Issue issue && issue.id.equals(id) && issue.version == version;
    }
}
