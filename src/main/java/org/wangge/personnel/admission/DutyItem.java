package org.wangge.personnel.admission;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.personnel.DepartmentId;
import org.wangge.personnel.DutyCategory;

/// Something that grid staff may be given to do (准入事项), in a grid and all below. `toOn` is the first
/// day on which it may not be given any more.
///
/// @param issueCategories codes of the categories of issues that belong to it, or of their classes
/// @param consent what a temporary item rests on
public record DutyItem(
        DutyItemId id,
        GridId gridId,
        GridKey gridKey,
        String code,
        String title,
        DutyCategory category,
        List<String> issueCategories,
        String basis,
        @Nullable DepartmentId ownerId,
        LocalDate fromOn,
        @Nullable LocalDate toOn,
        boolean isTemporary,
        @Nullable String consent,
        String approver,
        Instant approvedAt,
        @Nullable String endReason,
        int version)
        implements Node {
    private static final String MEMBER = "member:";

    public DutyItem {
        issueCategories = List.copyOf(issueCategories);
    }

    /// Whether it can end on a day: not before it has begun, and not later than was set.
    boolean lastsUntil(LocalDate on) {
        return on.isAfter(fromOn) && (toOn == null || !on.isAfter(toOn));
    }

    @Nullable
    UUID ownerUuid() {
        return ownerId == null ? null : ownerId.value();
    }

    /// The member who put it on the list; null for accounts of nobody in the teams.
    @Nullable
    UUID approverUuid() {
        return approver.startsWith(MEMBER) ? UUID.fromString(approver.substring(MEMBER.length())) : null;
    }
}
