package org.wangge.issue.flow;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.file.AttachmentId;
import org.wangge.issue.IssueId;
import org.wangge.issue.Move;
import org.wangge.issue.reply.RatingInput;
import org.wangge.refusal.Problems;

/// What its reporter does, signed in or with the code on the receipt.
sealed interface ReporterAction extends Action {
    record GiveInfo(
            UUID key,
            IssueId issueId,
            @Nullable String trackingCode,
            int expectedVersion,
            String text,
            @Nullable List<AttachmentId> attachmentIds)
            implements ReporterAction {
        @Override
        public Move move() {
            return Move.GIVE_INFO;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems().text("text", text, 1, 2_000);
        }
    }

    record Rate(UUID key, IssueId issueId, @Nullable String trackingCode, int expectedVersion, RatingInput rating)
            implements ReporterAction {
        @Override
        public Move move() {
            return Move.RATE;
        }
    }

    record Reopen(UUID key, IssueId issueId, @Nullable String trackingCode, int expectedVersion, String reason)
            implements ReporterAction {
        @Override
        public Move move() {
            return Move.REOPEN;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems().text("reason", reason, 2, REASON);
        }
    }

    record Withdraw(
            UUID key,
            IssueId issueId,
            @Nullable String trackingCode,
            int expectedVersion,
            @Nullable String reason) implements ReporterAction {
        @Override
        public Move move() {
            return Move.WITHDRAW;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems().text("reason", reason, 0, REASON);
        }
    }

    record ObjectRejection(
            UUID key, IssueId issueId, @Nullable String trackingCode, int expectedVersion, String reason)
            implements ReporterAction {
        @Override
        public Move move() {
            return Move.OBJECT_REJECTION;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems().text("reason", reason, 2, REASON);
        }
    }

    record Urge(
            UUID key,
            IssueId issueId,
            @Nullable String trackingCode,
            int expectedVersion,
            @Nullable String text) implements ReporterAction {
        @Override
        public Move move() {
            return Move.URGE;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems().text("text", text, 0, REASON);
        }
    }
}
