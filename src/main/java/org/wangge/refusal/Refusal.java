package org.wangge.refusal;

import java.time.Instant;
import java.util.List;

/// An expected "no" of a command, answered as data in `payload.refusal` with what the caller needs
/// to go on. Whatever is not expected is a [Fault].
public sealed interface Refusal
        permits Refusal.InputRejected,
                Refusal.KeyReused,
                Refusal.StaleVersion,
                Refusal.PositionTaken,
                Refusal.IdTaken,
                Refusal.CredentialsRejected,
                Refusal.SignInLocked,
                Refusal.SecondFactorNeeded,
                Refusal.SessionEnded,
                Refusal.PhoneNeeded,
                Refusal.NameTaken,
                Refusal.RolesApart,
                Refusal.Oneself,
                Refusal.LastAdministrator,
                Refusal.RotationUnderWay,
                Refusal.QuotaUsedUp,
                FlowRefusal,
                SocietyRefusal,
                MeetingRefusal {
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

    /// Name, password, code: something of it is wrong, and nobody is told what.
    record CredentialsRejected() implements Refusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.CREDENTIALS_REJECTED;
        }
    }

    /// Too many failures; until then nothing is tried, right or wrong.
    record SignInLocked(Instant until) implements Refusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.SIGN_IN_LOCKED;
        }
    }

    /// The password is right, and the account asks for a code as well.
    record SecondFactorNeeded() implements Refusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.SECOND_FACTOR_NEEDED;
        }
    }

    /// The refresh token is not, or no longer, one that goes on with a session.
    record SessionEnded() implements Refusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.SESSION_ENDED;
        }
    }

    /// Whoever comes from WeChat for the first time has to give their phone number.
    record PhoneNeeded() implements Refusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.PHONE_NEEDED;
        }
    }

    /// Another account has this name.
    record NameTaken() implements Refusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.NAME_TAKEN;
        }
    }

    /// The three administrators (三员) are apart from each other and from all other work.
    record RolesApart(String role, List<String> held) implements Refusal {
        public RolesApart {
            held = List.copyOf(held);
        }

        @Override
        public RefusalCode code() {
            return RefusalCode.ROLES_APART;
        }

        @Override
        public List<Object> words() {
            return List.of(role, String.join(", ", held));
        }
    }

    /// Nobody does this to their own account.
    record Oneself() implements Refusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.ONESELF;
        }
    }

    /// Without this one nobody could administer any more.
    record LastAdministrator(String role) implements Refusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.LAST_ADMINISTRATOR;
        }

        @Override
        public List<Object> words() {
            return List.of(role);
        }
    }

    /// The keys of personal values are being changed already.
    record RotationUnderWay() implements Refusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.ROTATION_UNDER_WAY;
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
