package org.wangge.issue.flow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.IssueId;
import org.wangge.issue.Move;
import org.wangge.refusal.Problems;

/// What somebody does to an issue that is there, with its data; one record for each [Move] but the
/// report. The records are the inputs of the mutations.
sealed interface Action
        permits IntakeAction, DispatchAction, HandlerAction, DecisionAction, VerifyAction, ReporterAction {
    /// A note in a timeline: a reason, a remark.
    int REASON = 500;

    UUID key();

    IssueId issueId();

    int expectedVersion();

    Move move();

    /// The code on the receipt, by which somebody without account is known to be the reporter.
    default @Nullable String trackingCode() {
        return null;
    }

    /// When, by the clock of a device that was offline.
    default @Nullable Instant deviceAt() {
        return null;
    }

    /// What is wrong with the input, as far as it can be seen without the database.
    default Problems problems(Instant now) {
        return new Problems().notAfter("deviceAt", deviceAt(), now.plusSeconds(300));
    }
}
