package org.wangge.issue.evidence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.file.Attachment;
import org.wangge.issue.Issue;

/// What the rules look at beside what was sent: the issue, whether nobody knows who reported it, when
/// its handler signed, what was given before in this round, and the files that came along.
record Known(
        Issue issue,
        boolean anonymous,
        @Nullable Instant signedAt,
        List<Evidence> before,
        List<Attachment> files,
        List<UUID> filesOfScenes,
        Instant now) {
    /// The standing evidence of a kind.
    List<Evidence> standing(EvidenceKind kind) {
        return before.stream().filter(one -> one.kind() == kind && one.stands()).toList();
    }
}
