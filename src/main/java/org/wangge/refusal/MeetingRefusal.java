package org.wangge.refusal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What deliberation refuses.
public sealed interface MeetingRefusal extends Refusal {
    /// A council has one chair at a time.
    record SeatTaken(String seatId) implements MeetingRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.SEAT_TAKEN;
        }
    }

    /// People have to be told earlier.
    record NoticeTooShort(int days, Instant earliestStartsAt) implements MeetingRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.NOTICE_TOO_SHORT;
        }

        @Override
        public List<Object> words() {
            return List.of(days, earliestStartsAt);
        }
    }

    /// Too few are present who vote.
    record QuorumNotMet(int present, int needed) implements MeetingRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.QUORUM_NOT_MET;
        }

        @Override
        public List<Object> words() {
            return List.of(present, needed);
        }
    }

    /// It is done at another time: from an instant on, and up to another, if one is set.
    record OutsideWindow(Instant opensAt, @Nullable Instant closesAt) implements MeetingRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.OUTSIDE_WINDOW;
        }

        @Override
        public List<Object> words() {
            return List.of(opensAt, closesAt == null ? "…" : closesAt);
        }
    }

    /// They have no vote in it.
    ///
    /// @param reason what is wanting: `NOT_PRESENT`, `NOT_A_MEMBER`, `OBSERVER`, `LIVES_ELSEWHERE`, `NO_HOUSEHOLD`
    record NoVote(String reason) implements MeetingRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.NO_VOTE;
        }

        @Override
        public List<Object> words() {
            return List.of(new Word("novote", reason));
        }
    }

    /// This voter has voted: `PERSON`, or another one of the `HOUSEHOLD`.
    record AlreadyVoted(String voteBy) implements MeetingRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.ALREADY_VOTED;
        }

        @Override
        public List<Object> words() {
            return List.of(new Word("voteby", voteBy));
        }
    }

    /// Too few voted for it.
    record ThresholdNotMet(int votes, int needed) implements MeetingRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.THRESHOLD_NOT_MET;
        }

        @Override
        public List<Object> words() {
            return List.of(votes, needed);
        }
    }

    /// It still lies open to objections.
    record NoticeRunning(Instant until) implements MeetingRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.NOTICE_RUNNING;
        }

        @Override
        public List<Object> words() {
            return List.of(until);
        }
    }

    /// Somebody objected, and was not answered.
    record ObjectionsOpen(int count) implements MeetingRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.OBJECTIONS_OPEN;
        }

        @Override
        public List<Object> words() {
            return List.of(count);
        }
    }

    /// Issues of its tasks are still open.
    record TasksOpen(int count) implements MeetingRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.TASKS_OPEN;
        }

        @Override
        public List<Object> words() {
            return List.of(count);
        }
    }
}
