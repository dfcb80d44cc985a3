package org.wangge.issue.flow;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;
import org.wangge.issue.Confidentiality;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueLevel;
import org.wangge.issue.IssueOutcome;
import org.wangge.issue.IssueType;
import org.wangge.issue.Move;
import org.wangge.issue.RejectReason;
import org.wangge.issue.Urgency;
import org.wangge.issue.evidence.EvidenceInput;
import org.wangge.issue.reply.ReplyInput;
import org.wangge.refusal.Problems;

/// What is done where matters come in.
sealed interface IntakeAction extends Action {
    int SHORTEST_EXPLANATION = 10;
    int LONGEST_EXPLANATION = 2_000;

    /// Files it, mending what the report got wrong.
    record Accept(
            UUID key,
            IssueId issueId,
            int expectedVersion,
            @Nullable IssueType type,
            @Nullable String category,
            @Nullable Urgency urgency,
            @Nullable IssueLevel level,
            @Nullable Confidentiality confidentiality,
            @Nullable GridId gridId,
            @Nullable String notDuplicateBecause,
            @Nullable String note)
            implements IntakeAction {
        @Override
        public Move move() {
            return Move.ACCEPT;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems()
                    .text("notDuplicateBecause", notDuplicateBecause, 0, REASON)
                    .text("note", note, 0, REASON);
        }
    }

    /// Does not accept it, and says so to the reporter with the way that is right for it.
    record Reject(
            UUID key,
            IssueId issueId,
            int expectedVersion,
            RejectReason reason,
            String explanation,
            String channel,
            String unit)
            implements IntakeAction {
        @Override
        public Move move() {
            return Move.REJECT;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems()
                    .text("explanation", explanation, SHORTEST_EXPLANATION, LONGEST_EXPLANATION)
                    .text("channel", channel, 2, REASON)
                    .text("unit", unit, 2, 100);
        }

        ReplyInput reply() {
            return new ReplyInput(null, explanation, channel, null, unit, null, null);
        }
    }

    /// Answers at once what is only asked, suggested or praised.
    record AnswerDirectly(
            UUID key,
            IssueId issueId,
            int expectedVersion,
            ReplyInput reply,
            List<EvidenceInput> evidence,
            @Nullable IssueOutcome outcome)
            implements IntakeAction {
        static final int MOST_EVIDENCE = 20;

        public AnswerDirectly {
            evidence = List.copyOf(evidence);
        }

        @Override
        public Move move() {
            return Move.ANSWER_DIRECTLY;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems()
                    .check(
                            evidence.size() <= MOST_EVIDENCE,
                            "evidence",
                            org.wangge.refusal.ProblemCode.OUT_OF_RANGE,
                            0,
                            MOST_EVIDENCE)
                    .check(
                            outcome == null || outcome.isOfWork(),
                            "outcome",
                            org.wangge.refusal.ProblemCode.NOT_ALLOWED,
                            IssueOutcome.ofWork());
        }
    }

    /// Lets it go on in another issue.
    record Merge(UUID key, IssueId issueId, int expectedVersion, IssueId intoId, String reason)
            implements IntakeAction {
        @Override
        public Move move() {
            return Move.MERGE;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems().text("reason", reason, 1, REASON);
        }
    }

    /// Takes it out of the other issue again.
    record Unmerge(UUID key, IssueId issueId, int expectedVersion, String reason) implements IntakeAction {
        @Override
        public Move move() {
            return Move.UNMERGE;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems().text("reason", reason, 1, REASON);
        }
    }
}
