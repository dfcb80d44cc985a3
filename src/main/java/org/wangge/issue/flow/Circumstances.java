package org.wangge.issue.flow;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.IssueStatus;

/// What else is known of an issue in its round, as far as moves depend on it.
///
/// @param stream of its subdistrict
/// @param department of whoever acts
/// @param handlers the actors who had a hand in this round, or in a part
/// @param extensionAsked the number of the extension that waits for an answer
/// @param extensionsGranted in this round
/// @param extensionUntil what it asks for
/// @param pauseAsked the number of the suspension that waits for an answer
/// @param pauseOpen the number of the one that lasts, with its kind
/// @param questions to the reporter, in this round
/// @param reopenings by the reporter
/// @param urgedAt by whoever acts, last
/// @param isVerifying whether somebody looked at the last result
/// @param mergedAt the last time, and how it stood before
/// @param called whether the department of whoever acts was called and has not reported in
/// @param joined how many issues go on in it
/// @param isWholeEnded whether it is a part of what has ended
/// @param isDrafted whether there is a reply to be sent at the end
/// @param waiting the whole that waits for this part alone
/// @param lastNumbers of pauses, extensions, supervisions, escalations and merges
record Circumstances(
        int stream,
        @Nullable UUID department,
        Set<String> handlers,
        @Nullable Integer extensionAsked,
        int extensionsGranted,
        @Nullable Instant extensionUntil,
        @Nullable Integer pauseAsked,
        @Nullable Integer pauseOpen,
        @Nullable PauseKind pauseKind,
        int questions,
        int reopenings,
        boolean isObjected,
        @Nullable Instant rejectedAt,
        @Nullable String rejectedBy,
        @Nullable Instant urgedAt,
        boolean isVerifying,
        int parts,
        int openParts,
        @Nullable Instant mergedAt,
        @Nullable IssueStatus mergedFrom,
        @Nullable UUID leadBefore,
        int joined,
        boolean isWholeEnded,
        boolean isRated,
        int callbacks,
        @Nullable Instant calledBackAt,
        boolean called,
        boolean isDrafted,
        @Nullable Waiting waiting,
        LastNumbers lastNumbers) {
    Circumstances {
        handlers = Set.copyOf(handlers);
    }

    /// What waits for its last part: by which number it is known, and who has it in hand, if anybody.
    record Waiting(
            String caseNo, @Nullable UUID lead, @Nullable UUID department) {}

    record LastNumbers(int pause, int extension, int supervision, int escalation, int merge) {}
}
