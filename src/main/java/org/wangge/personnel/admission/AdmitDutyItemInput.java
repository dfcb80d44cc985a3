package org.wangge.personnel.admission;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;
import org.wangge.grid.GridLevel;
import org.wangge.personnel.DepartmentId;
import org.wangge.personnel.DutyCategory;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// What grid staff may be given to do from a day on.
public record AdmitDutyItemInput(
        UUID key,
        GridId gridId,
        String code,
        String title,
        DutyCategory category,
        List<String> issueCategories,
        String basis,
        @Nullable DepartmentId ownerDepartmentId,
        LocalDate fromOn,
        @Nullable LocalDate toOn,
        boolean isTemporary,
        @Nullable String consent) {
    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_TITLE = 200;
    private static final int MOST_CATEGORIES = 100;

    public AdmitDutyItemInput {
        issueCategories = issueCategories.stream().distinct().toList();
    }

    /// All that can be seen without the database. What is admitted for a time only has an end and
    /// rests on somebody's consent.
    Problems problems() {
        var size = issueCategories.size();
        return new Problems()
                .text("code", code, 1, LONGEST_CODE)
                .text("title", title, 1, LONGEST_TITLE)
                .text("basis", basis, 1, Problems.REMARK)
                .text("consent", consent, isTemporary ? 1 : 0, Problems.REMARK)
                .check(size <= MOST_CATEGORIES, "issueCategories", ProblemCode.TOO_LONG, MOST_CATEGORIES, size)
                .check(!isTemporary || toOn != null, "toOn", ProblemCode.REQUIRED)
                .check(toOn == null || toOn.isAfter(fromOn), "toOn", ProblemCode.NOT_IN_ORDER);
    }

    /// Lists are of subdistricts and what lies below.
    Problems problemsAt(GridLevel level) {
        return problems().check(level != GridLevel.DISTRICT, "gridId", ProblemCode.WRONG_LEVEL, level);
    }

    @Nullable
    UUID ownerUuid() {
        return ownerDepartmentId == null ? null : ownerDepartmentId.value();
    }

    @Nullable
    String consentText() {
        return consent == null || consent.isBlank() ? null : consent.strip();
    }
}
