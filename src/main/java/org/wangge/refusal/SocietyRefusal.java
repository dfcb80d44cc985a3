package org.wangge.refusal;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// What the life of a neighbourhood refuses: its venues, organisations, projects and notices, and what its
/// meetings refuse as these do.
public sealed interface SocietyRefusal extends Refusal {
    /// Where it stands, this cannot be done.
    ///
    /// @param group of its states among the words, such as `activity`
    record NotInThisState(String group, String state, List<String> allowed) implements SocietyRefusal {
        public NotInThisState {
            allowed = List.copyOf(allowed);
        }

        /// @throws Refused NOT_IN_THIS_STATE unless the state is one of the allowed ones
        public static void unless(String group, Enum<?> state, Enum<?>... allowed) {
            if (!Arrays.asList(allowed).contains(state)) {
                throw new Refused(new NotInThisState(
                        group,
                        state.name(),
                        Arrays.stream(allowed).map(Enum::name).toList()));
            }
        }

        @Override
        public RefusalCode code() {
            return RefusalCode.NOT_IN_THIS_STATE;
        }

        @Override
        public List<Object> words() {
            return List.of(new Word(group, state), Word.all(group, allowed));
        }
    }

    /// The venue is booked in that time; the first of what stands in the way is told in words.
    record VenueTaken(List<UUID> bookingIds, String title, Instant startsAt, Instant endsAt) implements SocietyRefusal {
        public VenueTaken {
            bookingIds = List.copyOf(bookingIds);
        }

        @Override
        public RefusalCode code() {
            return RefusalCode.VENUE_TAKEN;
        }

        @Override
        public List<Object> words() {
            return List.of(title, startsAt, endsAt);
        }
    }

    /// Attendances lack their check-out: it is confirmed by whoever holds the activity, and never filled in
    /// by itself.
    record AttendanceOpen(List<UUID> enrolmentIds) implements SocietyRefusal {
        public AttendanceOpen {
            enrolmentIds = List.copyOf(enrolmentIds);
        }

        @Override
        public RefusalCode code() {
            return RefusalCode.ATTENDANCE_OPEN;
        }

        @Override
        public List<Object> words() {
            return List.of(enrolmentIds.size());
        }
    }

    /// Whoever signed a contract does not evaluate it.
    record SignerCannotEvaluate() implements SocietyRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.SIGNER_CANNOT_EVALUATE;
        }
    }

    /// The instalment, of so many yuan, is held back after a poor evaluation.
    record InstalmentWithheld(int no, int amount) implements SocietyRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.INSTALMENT_WITHHELD;
        }

        @Override
        public List<Object> words() {
            return List.of(no, amount);
        }
    }

    /// Too few want it.
    record SupportMissing(int needed, int present) implements SocietyRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.SUPPORT_MISSING;
        }

        @Override
        public List<Object> words() {
            return List.of(needed, present);
        }
    }

    /// Stages of the work are not done yet.
    record StagesOpen(List<Integer> stages) implements SocietyRefusal {
        public StagesOpen {
            stages = List.copyOf(stages);
        }

        @Override
        public RefusalCode code() {
            return RefusalCode.STAGES_OPEN;
        }

        @Override
        public List<Object> words() {
            return List.of(stages);
        }
    }

    /// Only the residents' representatives of a ballot vote in it.
    record NotARepresentative() implements SocietyRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.NOT_A_REPRESENTATIVE;
        }
    }

    /// A notice has no audience.
    record NobodyAddressed() implements SocietyRefusal {
        @Override
        public RefusalCode code() {
            return RefusalCode.NOBODY_ADDRESSED;
        }
    }

    /// The venue is open at other times.
    record VenueClosed(List<Open> opening) implements SocietyRefusal {
        public VenueClosed {
            opening = List.copyOf(opening);
        }

        /// From one minute of a weekday to another, as `08:30` to `21:00`.
        public record Open(String weekday, String opensAt, String closesAt) {}

        @Override
        public RefusalCode code() {
            return RefusalCode.VENUE_CLOSED;
        }

        @Override
        public List<Object> words() {
            return List.of(opening.stream()
                    .flatMap(open ->
                            Stream.of(new Word("weekday", open.weekday()), open.opensAt() + '-' + open.closesAt()))
                    .toList());
        }
    }
}
