package org.wangge.refusal;

import java.util.List;

/// What deliberation refuses.
public sealed interface MeetingRefusal extends Refusal {
    /// A council has one chair at a time.
    record SeatTaken(String seatId) implements MeetingRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.SEAT_TAKEN;
        }
    }

    /// What it is done to stands elsewhere.
    ///
    /// @param group what it is, as the words name its states: `topic`
    record WrongState(String group, String status, List<String> allowed) implements MeetingRefusal {
        public WrongState {
            allowed = List.copyOf(allowed);
        }

        @Override
        public RefusalCode code() {
            return RefusalCode.WRONG_STATE;
        }

        @Override
        public List<Object> words() {
            return List.of(new Word(group, status), Word.all(group, allowed));
        }
    }
}
