package org.wangge.issue.flow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.IssueId;
import org.wangge.issue.Move;
import org.wangge.issue.clock.DuePoint;
import org.wangge.issue.evidence.EvidenceKind;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// What is decided and watched beside the steps.
sealed interface DecisionAction extends Action {
    record DecideSuspension(UUID key, IssueId issueId, int expectedVersion, boolean isAgreed, String note)
            implements DecisionAction {
        @Override
        public Move move() {
            return Move.DECIDE_SUSPENSION;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems().text("note", note, 1, REASON);
        }
    }

    record DecideExtension(UUID key, IssueId issueId, int expectedVersion, boolean isGranted, String note)
            implements DecisionAction {
        @Override
        public Move move() {
            return Move.DECIDE_EXTENSION;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems().text("note", note, 1, REASON);
        }
    }

    /// Lets a kind of evidence be left out; it is counted.
    record WaiveEvidence(UUID key, IssueId issueId, int expectedVersion, EvidenceKind kind, String reason)
            implements DecisionAction {
        @Override
        public Move move() {
            return Move.WAIVE_EVIDENCE;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems().text("reason", reason, 5, REASON);
        }
    }

    record Supervise(
            UUID key,
            IssueId issueId,
            int expectedVersion,
            String text,
            @Nullable Instant dueAt) implements DecisionAction {
        @Override
        public Move move() {
            return Move.SUPERVISE;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems()
                    .text("text", text, 2, REASON)
                    .check(dueAt == null || dueAt.isAfter(now), "dueAt", ProblemCode.NOT_IN_ORDER);
        }
    }

    /// A card for what was missed: yellow after a working day, and then it goes a level up; red after five.
    record Card(UUID key, IssueId issueId, int expectedVersion, boolean isRed, DuePoint point)
            implements DecisionAction {
        @Override
        public Move move() {
            return Move.SUPERVISE;
        }
    }
}
