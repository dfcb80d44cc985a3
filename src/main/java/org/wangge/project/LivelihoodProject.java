package org.wangge.project;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.personnel.DepartmentId;

/// Something that is built or done for everybody (民生实事); everybody sees it and how it goes.
///
/// @param suspendedFrom where it stood before it was suspended
/// @param supporterCount how many residents want it
/// @param budget in yuan, once it is approved
/// @param submitter who said that it is done: they do not accept it
public record LivelihoodProject(
        ProjectId id,
        GridId gridId,
        GridKey gridKey,
        String title,
        String description,
        ProjectKind kind,
        ProjectStatus status,
        @Nullable ProjectStatus suspendedFrom,
        @Nullable String reason,
        int supporterCount,
        @Nullable Integer budget,
        @Nullable DepartmentId departmentId,
        @Nullable String unit,
        @Nullable Double plannedQuantity,
        @Nullable Double measuredQuantity,
        @Nullable String varianceReason,
        @Nullable String submitter,
        int ratingCount,
        int satisfiedCount,
        Instant collectedAt,
        @Nullable Instant completedAt,
        int version)
        implements Node {
    public UUID uuid() {
        return id.value();
    }

    @Nullable
    UUID departmentUuid() {
        return departmentId == null ? null : departmentId.value();
    }
}
