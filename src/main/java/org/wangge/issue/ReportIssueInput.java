package org.wangge.issue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.file.AttachmentId;
import org.wangge.grid.GridId;
import org.wangge.grid.PointInput;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.resident.ResidentId;

/// What somebody tells when they report an issue.
public record ReportIssueInput(
        UUID key,
        @Nullable UUID id,
        IssueType type,
        String category,
        @Nullable String title,
        String description,
        IssueSource source,
        @Nullable GridId gridId,
        @Nullable PointInput point,
        @Nullable String place,
        @Nullable ResidentId onBehalfOf,
        Confidentiality confidentiality,
        @Nullable Instant occurredAt,
        @Nullable ContactInput contact,
        @Nullable List<AttachmentId> attachmentIds) {
    private static final int MOST_FILES = 9;
    private static final int SHORTEST_TEXT = 5;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_TITLE = 200;
    private static final int TITLE_OF_TEXT = 30;
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED with everything that can be seen without the database
    void check(Instant now) {
        var problems = new Problems()
                .check(files().size() <= MOST_FILES, "attachmentIds", ProblemCode.OUT_OF_RANGE, 0, MOST_FILES)
                .text("description", description, SHORTEST_TEXT, LONGEST_TEXT)
                .text("title", title, 0, LONGEST_TITLE)
                .text("place", place, 0, LONGEST_TITLE)
                .notAfter("occurredAt", occurredAt, now.plus(CLOCKS_DIFFER));
        if (gridId == null && point == null) {
            problems.add("point", ProblemCode.REQUIRED);
        }
        if (contact != null) {
            contact.addTo(problems, "contact");
        }
        problems.refuseIfAny();
    }

    List<AttachmentId> files() {
        return attachmentIds == null ? List.of() : attachmentIds;
    }

    /// The title given, or the beginning of the text, never cutting a character in two.
    String headline() {
        if (title != null && !title.isBlank()) {
            return title.strip();
        }
        var line = description.strip().lines().findFirst().orElse("");
        var characters = line.codePointCount(0, line.length());
        return characters <= TITLE_OF_TEXT ? line : line.substring(0, line.offsetByCodePoints(0, TITLE_OF_TEXT)) + '…';
    }
}
