package org.wangge.issue.flow;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.IssueId;
import org.wangge.issue.Move;
import org.wangge.issue.evidence.EvidenceKind;
import org.wangge.issue.reply.CallbackInput;
import org.wangge.issue.reply.RatingInput;
import org.wangge.issue.reply.ReplyInput;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// What is done once there is a result.
sealed interface VerifyAction extends Action {
    /// What holds and what does not; a kind that fails must be shown anew.
    record Verify(
            UUID key,
            IssueId issueId,
            int expectedVersion,
            @Nullable List<EvidenceKind> accepted,
            @Nullable List<Failure> failed,
            @Nullable String note)
            implements VerifyAction {
        @Override
        public Move move() {
            return Move.VERIFY;
        }

        @Override
        public Problems problems(Instant now) {
            var problems = new Problems()
                    .text("note", note, 0, REASON)
                    .check(!acceptedKinds().isEmpty() || !failures().isEmpty(), "accepted", ProblemCode.REQUIRED);
            for (var i = 0; i < failures().size(); i++) {
                problems.text("failed[" + i + "].why", failures().get(i).why(), 2, REASON)
                        .check(
                                !acceptedKinds().contains(failures().get(i).kind()),
                                "failed[" + i + "].kind",
                                ProblemCode.CONTRADICTS,
                                failures().get(i).kind());
            }
            return problems;
        }

        Set<EvidenceKind> acceptedKinds() {
            var kinds = EnumSet.noneOf(EvidenceKind.class);
            if (accepted != null) {
                kinds.addAll(accepted);
            }
            return kinds;
        }

        List<Failure> failures() {
            return failed == null ? List.of() : failed;
        }
    }

    /// Which kind of evidence failed, and why.
    record Failure(EvidenceKind kind, String why) {}

    record Close(
            UUID key,
            IssueId issueId,
            int expectedVersion,
            @Nullable ReplyInput reply,
            @Nullable String note) implements VerifyAction {
        @Override
        public Move move() {
            return Move.CLOSE;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems().text("note", note, 0, REASON);
        }
    }

    /// A call to the reporter; when they answer, with what they say of it.
    record RecordCallback(
            UUID key,
            IssueId issueId,
            int expectedVersion,
            CallbackInput callback,
            @Nullable RatingInput rating) implements VerifyAction {
        @Override
        public Move move() {
            return Move.RECORD_CALLBACK;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems()
                    .check(
                            rating == null || callback.outcome().isReached(),
                            "rating",
                            ProblemCode.CONTRADICTS,
                            callback.outcome());
        }
    }

    record Evaluate(
            UUID key,
            IssueId issueId,
            int expectedVersion,
            @Nullable String note) implements VerifyAction {
        @Override
        public Move move() {
            return Move.EVALUATE;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems().text("note", note, 0, REASON);
        }
    }
}
