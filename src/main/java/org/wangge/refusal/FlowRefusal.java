package org.wangge.refusal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the workflow of issues refuses.
public sealed interface FlowRefusal extends Refusal {
    /// Where the issue stands, this move cannot be made; the allowed ones can.
    record MoveNotAllowed(String move, String status, List<String> allowed) implements FlowRefusal {
        public MoveNotAllowed {
            allowed = List.copyOf(allowed);
        }

        @Override
        public RefusalCode code() {
            return RefusalCode.MOVE_NOT_ALLOWED;
        }

        @Override
        public List<Object> words() {
            return List.of(Word.move(move), Word.status(status));
        }
    }

    /// Others make this move.
    record NotYourMove(String move, List<String> who) implements FlowRefusal {
        public NotYourMove {
            who = List.copyOf(who);
        }

        @Override
        public RefusalCode code() {
            return RefusalCode.NOT_YOUR_MOVE;
        }

        @Override
        public List<Object> words() {
            return List.of(Word.move(move), Word.all("party", who));
        }
    }

    /// The one who handles is never the one who verifies (办核分离).
    record SelfVerification() implements FlowRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.SELF_VERIFICATION;
        }
    }

    /// Evidence that the type of the issue needs is not there (五个见).
    record MissingEvidence(List<String> kinds) implements FlowRefusal {
        public MissingEvidence {
            kinds = List.copyOf(kinds);
        }

        @Override
        public RefusalCode code() {
            return RefusalCode.MISSING_EVIDENCE;
        }

        @Override
        public List<Object> words() {
            return List.of(Word.all("evidence", kinds));
        }
    }

    /// Nobody has accepted this evidence yet.
    record EvidenceNotAccepted(List<String> kinds) implements FlowRefusal {
        public EvidenceNotAccepted {
            kinds = List.copyOf(kinds);
        }

        @Override
        public RefusalCode code() {
            return RefusalCode.EVIDENCE_NOT_ACCEPTED;
        }

        @Override
        public List<Object> words() {
            return List.of(Word.all("evidence", kinds));
        }
    }

    /// It was done as often as it may be.
    record LimitReached(int limit) implements FlowRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.LIMIT_REACHED;
        }

        @Override
        public List<Object> words() {
            return List.of(limit);
        }
    }

    /// The time in which it could be done is over.
    record TimeIsOver(@Nullable Instant endedAt) implements FlowRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.TIME_IS_OVER;
        }

        @Override
        public List<Object> words() {
            return List.of(endedAt == null ? "" : endedAt);
        }
    }

    /// Grid staff are given only what is on the duty list (准入清单).
    record NotOnDutyList(String category) implements FlowRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.NOT_ON_DUTY_LIST;
        }

        @Override
        public List<Object> words() {
            return List.of(category);
        }
    }

    /// It looks like others that are open: merge it, or say why it is none of them.
    record DuplicateSuspected(List<UUID> candidateIds) implements FlowRefusal {
        public DuplicateSuspected {
            candidateIds = List.copyOf(candidateIds);
        }

        @Override
        public RefusalCode code() {
            return RefusalCode.DUPLICATE_SUSPECTED;
        }

        @Override
        public List<Object> words() {
            return List.of(candidateIds.size());
        }
    }

    /// Parts of it are still open.
    record PartsOpen(int open) implements FlowRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.PARTS_OPEN;
        }

        @Override
        public List<Object> words() {
            return List.of(open);
        }
    }

    /// The issue is too large, or too urgent, for it.
    record NotAtThisLevel(String level, String urgency) implements FlowRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.NOT_AT_THIS_LEVEL;
        }

        @Override
        public List<Object> words() {
            return List.of(new Word("level", level), new Word("urgency", urgency));
        }
    }

    /// Issues of this type or urgency take another way.
    record NotForThisType(String type, String urgency) implements FlowRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.NOT_FOR_THIS_TYPE;
        }

        @Override
        public List<Object> words() {
            return List.of(new Word("type", type), new Word("urgency", urgency));
        }
    }

    /// Somebody asked already, and nobody has decided.
    record RequestPending() implements FlowRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.REQUEST_PENDING;
        }
    }

    /// Nobody asked for it.
    record NothingPending() implements FlowRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.NOTHING_PENDING;
        }
    }

    /// Somebody has begun to verify the result.
    record BeingVerified() implements FlowRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.BEING_VERIFIED;
        }
    }

    /// Others reported it as well, and wait for an answer: it does not end because one of them has enough of it.
    record OthersReported() implements FlowRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.OTHERS_REPORTED;
        }
    }

    /// Parts are not split again, nor reopened once the whole has ended.
    record IsAPart() implements FlowRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.IS_A_PART;
        }
    }

    /// No issue ends without a reply that its reporter can read (事事有回音).
    record ReplyMissing() implements FlowRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.REPLY_MISSING;
        }
    }

    /// The one cannot go on in the other.
    record MergeNotPossible(String reason) implements FlowRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.MERGE_NOT_POSSIBLE;
        }

        @Override
        public List<Object> words() {
            return List.of(new Word("merge", reason));
        }
    }
}
