package org.wangge.issue.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.issue.CategoryId;
import org.wangge.issue.Confidentiality;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueLevel;
import org.wangge.issue.IssueOutcome;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.IssueType;
import org.wangge.issue.RejectReason;
import org.wangge.issue.Urgency;
import org.wangge.personnel.DepartmentId;
import org.wangge.personnel.MemberId;

/// An issue with something about it changed; what is not said stays as it was.
final class IssueChange {
    private final Issue was;
    private IssueType type;
    private CategoryId category;
    private Urgency urgency;
    private IssueLevel level;
    private Confidentiality confidentiality;
    private IssueStatus status;
    private GridId gridId;
    private GridKey gridKey;
    private int round;
    private @Nullable MemberId lead;
    private @Nullable DepartmentId department;
    private @Nullable IssueOutcome outcome;
    private @Nullable RejectReason rejectReason;
    private @Nullable IssueId mergedInto;
    private @Nullable Instant acceptedAt;
    private Instant updatedAt;
    private @Nullable Instant closedAt;
    private int version;

    IssueChange(Issue was) {
        this.was = was;
        type = was.type();
        category = was.categoryId();
        urgency = was.urgency();
        level = was.level();
        confidentiality = was.confidentiality();
        status = was.status();
        gridId = was.gridId();
        gridKey = was.gridKey();
        round = was.round();
        lead = was.leadId();
        department = was.departmentId();
        outcome = was.outcome();
        rejectReason = was.rejectReason();
        mergedInto = was.mergedInto();
        acceptedAt = was.acceptedAt();
        updatedAt = was.updatedAt();
        closedAt = was.closedAt();
        version = was.version();
    }

    Issue moved(IssueStatus to, Instant now) {
        status = to;
        updatedAt = now;
        version++;
        return issue();
    }

    Issue accepted(Instant now) {
        acceptedAt = acceptedAt == null ? now : acceptedAt;
        return issue();
    }

    Issue level(IssueLevel other) {
        level = other;
        return issue();
    }

    Issue lead(@Nullable MemberId member, @Nullable DepartmentId office) {
        lead = member;
        department = office;
        return issue();
    }

    Issue outcome(@Nullable IssueOutcome found) {
        outcome = found;
        return issue();
    }

    Issue rejected(@Nullable RejectReason reason) {
        rejectReason = reason;
        return issue();
    }

    Issue mergedInto(@Nullable IssueId target) {
        mergedInto = target;
        return issue();
    }

    Issue closed(Instant now) {
        closedAt = now;
        return issue();
    }

    /// Mended when it is filed.
    Issue mended(IntakeAction.Accept accept, @Nullable CategoryId other, @Nullable Grid grid) {
        type = accept.type() == null ? type : accept.type();
        category = other == null ? category : other;
        urgency = accept.urgency() == null ? urgency : accept.urgency();
        level = accept.level() == null ? level : accept.level();
        confidentiality = accept.confidentiality() == null ? confidentiality : accept.confidentiality();
        gridId = grid == null ? gridId : grid.id();
        gridKey = grid == null ? gridKey : grid.key();
        return issue();
    }

    /// Another round, one step more urgent, with nothing decided.
    Issue reopened() {
        round++;
        urgency = raised(urgency);
        lead = null;
        department = null;
        outcome = null;
        closedAt = null;
        return issue();
    }

    private static Urgency raised(Urgency urgency) {
        return switch (urgency) {
            case COMPLEX -> Urgency.NORMAL;
            case NORMAL -> Urgency.URGENT;
            case URGENT, EMERGENCY -> Urgency.EMERGENCY;
        };
    }

    private Issue issue() {
        return new Issue(
                was.id(),
                was.caseNo(),
                type,
                category,
                was.title(),
                was.description(),
                was.source(),
                urgency,
                level,
                confidentiality,
                status,
                round,
                gridId,
                gridKey,
                was.point(),
                was.place(),
                was.onBehalfOfId(),
                lead,
                department,
                outcome,
                rejectReason,
                mergedInto,
                was.parentId(),
                was.occurredAt(),
                was.reportedAt(),
                acceptedAt,
                updatedAt,
                closedAt,
                version);
    }
}
