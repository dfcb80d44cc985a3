package org.wangge.issue.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Personal;
import org.wangge.issue.IssueId;

/// A reply as it was sent (回复); it is never changed.
///
/// @param no counts from 1 within the round
/// @param acceptedAt when the issue was accepted; null where it was not
public record Reply(
        UUID id,
        IssueId issueId,
        int round,
        int no,
        ReplyKind kind,
        @Nullable Instant acceptedAt,
        @Nullable Personal contacted,
        String measures,
        String result,
        @Nullable LocalDate promisedOn,
        String unit,
        String appeal,
        Instant sentAt) {}
