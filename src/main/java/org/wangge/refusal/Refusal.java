package org.wangge.refusal;

import java.time.Instant;
import java.util.List;

/// An expected "no" of a command, answered as data in `payload.refusal` with what the caller needs
/// to go on. Whatever is not expected is a [Fault].
public sealed interface Refusal {
    RefusalCode code();

    /// The values that stand in the message of this refusal, in the order of the message's holes.
    default List<Object> words() {
        return List.of();
    }

    /// The input breaks rules; each problem names the field it is about.
    record InputRejected(List<Problem> problems) implements Refusal {
        public InputRejected {
            problems = List.copyOf(problems);
        }

        @Override
        public RefusalCode code() {
            return RefusalCode.INPUT_REJECTED;
        }

        @Override
        public List<Object> words() {
            return List.of(problems.size());
        }
    }

    /// The idempotency key was used before, for something else.
    record KeyReused() implements Refusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.KEY_REUSED;
        }
    }

    /// Somebody changed the object since the caller read it; read it again and decide again.
    record StaleVersion(int expected, int current) implements Refusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.STALE_VERSION;
        }

        @Override
        public List<Object> words() {
            return List.of(expected, current);
        }
    }

    /// A grid has one leader, and a comprehensive grid one dedicated member, at a time (一格一员).
    record PositionTaken(String holderId) implements Refusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.POSITION_TAKEN;
        }
    }

    /// The client made an id that names an object already.
    record IdTaken(String id) implements Refusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.ID_TAKEN;
        }
    }

    /// Nobody does this to their own account.
    record Oneself() implements Refusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.ONESELF;
        }
    }

    /// So many personal values were looked at that a second person must allow more.
    record QuotaUsedUp(Instant resetsAt, int limit, String accountId) implements Refusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.QUOTA_USED_UP;
        }

        @Override
        public List<Object> words() {
            return List.of(limit, resetsAt);
        }
    }
}
