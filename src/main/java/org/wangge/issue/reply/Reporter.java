package org.wangge.issue.reply;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Personal;
import org.wangge.issue.IssueId;

/// Who reported an issue (反映人), as far as it is known; name and phone are shown masked.
record Reporter(
        IssueId issueId,
        ReporterKind kind,
        @Nullable UUID residentId,
        @Nullable UUID memberId,
        @Nullable Personal name,
        @Nullable Personal phone) {}
