package org.wangge.issue.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.file.AttachmentId;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueOutcome;
import org.wangge.issue.Move;
import org.wangge.issue.evidence.EvidenceInput;
import org.wangge.issue.evidence.EvidenceKind;
import org.wangge.issue.reply.ReplyInput;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// What those do who have it in hand.
sealed interface HandlerAction extends Action {
    int LONGEST_RECORD = 2_000;

    record SelfHandle(
            UUID key,
            IssueId issueId,
            int expectedVersion,
            @Nullable String note,
            @Nullable Instant deviceAt) implements HandlerAction {
        @Override
        public Move move() {
            return Move.SELF_HANDLE;
        }

        @Override
        public Problems problems(Instant now) {
            return HandlerAction.super.problems(now).text("note", note, 0, REASON);
        }
    }

    record Sign(
            UUID key,
            IssueId issueId,
            int expectedVersion,
            @Nullable String note,
            @Nullable Instant deviceAt) implements HandlerAction {
        @Override
        public Move move() {
            return Move.SIGN;
        }

        @Override
        public Problems problems(Instant now) {
            return HandlerAction.super.problems(now).text("note", note, 0, REASON);
        }
    }

    record Return(
            UUID key, IssueId issueId, int expectedVersion, ReturnReason reason, String note, String suggestedOwner)
            implements HandlerAction {
        @Override
        public Move move() {
            return Move.RETURN;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems().text("note", note, 1, REASON).text("suggestedOwner", suggestedOwner, 1, 100);
        }
    }

    /// What is being done: evidence of the process, in a word.
    record AddProcess(
            UUID key,
            IssueId issueId,
            int expectedVersion,
            String text,
            @Nullable Instant takenAt,
            @Nullable List<AttachmentId> attachmentIds,
            @Nullable Instant deviceAt)
            implements HandlerAction {
        @Override
        public Move move() {
            return Move.ADD_PROCESS;
        }

        @Override
        public Problems problems(Instant now) {
            return HandlerAction.super.problems(now).text("text", text, 1, LONGEST_RECORD);
        }

        EvidenceInput evidence() {
            return new EvidenceInput(
                    EvidenceKind.PROCESS, text, attachmentIds, null, takenAt, null, null, null, null, null, null);
        }
    }

    record AddEvidence(
            UUID key,
            IssueId issueId,
            int expectedVersion,
            EvidenceInput evidence,
            @Nullable Instant deviceAt) implements HandlerAction {
        @Override
        public Move move() {
            return Move.ADD_EVIDENCE;
        }
    }

    record RequestInfo(UUID key, IssueId issueId, int expectedVersion, String question) implements HandlerAction {
        @Override
        public Move move() {
            return Move.REQUEST_INFO;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems().text("question", question, 2, REASON);
        }
    }

    /// Asks to put it off, at most 90 days.
    record RequestSuspension(
            UUID key, IssueId issueId, int expectedVersion, PauseKind kind, String reason, LocalDate reviewOn)
            implements HandlerAction {
        @Override
        public Move move() {
            return Move.REQUEST_SUSPENSION;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems()
                    .text("reason", reason, 2, REASON)
                    .check(
                            kind != PauseKind.WAIT_REPORTER,
                            "kind",
                            ProblemCode.NOT_ALLOWED,
                            "FUNDING, SEASON, PROJECT, DELIBERATION, LEGAL");
        }
    }

    record Resume(
            UUID key,
            IssueId issueId,
            int expectedVersion,
            @Nullable String note) implements HandlerAction {
        @Override
        public Move move() {
            return Move.RESUME;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems().text("note", note, 0, REASON);
        }
    }

    record RequestExtension(UUID key, IssueId issueId, int expectedVersion, Instant until, String reason)
            implements HandlerAction {
        @Override
        public Move move() {
            return Move.REQUEST_EXTENSION;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems().text("reason", reason, 2, REASON);
        }
    }

    record RespondWhistle(
            UUID key,
            IssueId issueId,
            int expectedVersion,
            @Nullable String note) implements HandlerAction {
        @Override
        public Move move() {
            return Move.RESPOND_WHISTLE;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems().text("note", note, 0, REASON);
        }
    }

    record SubmitResult(
            UUID key,
            IssueId issueId,
            int expectedVersion,
            IssueOutcome outcome,
            @Nullable ReplyInput reply,
            @Nullable String note,
            @Nullable Instant deviceAt)
            implements HandlerAction {
        @Override
        public Move move() {
            return Move.SUBMIT_RESULT;
        }

        @Override
        public Problems problems(Instant now) {
            return HandlerAction.super
                    .problems(now)
                    .text("note", note, 0, REASON)
                    .check(outcome.isOfWork(), "outcome", ProblemCode.NOT_ALLOWED, IssueOutcome.ofWork());
        }
    }

    record RecallResult(UUID key, IssueId issueId, int expectedVersion, String reason) implements HandlerAction {
        @Override
        public Move move() {
            return Move.RECALL_RESULT;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems().text("reason", reason, 1, REASON);
        }
    }
}
