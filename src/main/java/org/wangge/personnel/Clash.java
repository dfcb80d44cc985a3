package org.wangge.personnel;

import io.r2dbc.postgresql.api.PostgresqlException;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;

/// A constraint of the assignments that stands against a new one. It leaves the transaction as it
/// is, since who stands in the way can be asked only after the rollback.
final class Clash extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// The constraints that a caller can run into.
    enum With {
        ASSIGNMENT_ONE_LEADER,
        ASSIGNMENT_ONE_MEMBER,
        ASSIGNMENT_ONCE,
        ASSIGNMENT_PKEY
    }

    private final With with;
    private final transient Appointment appointment;

    private Clash(With with, Appointment appointment, Throwable cause) {
        super(with.name(), cause, false, false);
        this.with = with;
        this.appointment = appointment;
    }

    /// The same exception when it is none of the known.
    static RuntimeException of(DataIntegrityViolationException violation, Appointment appointment) {
        var constraint = violation.getCause() instanceof PostgresqlException broken
                ? broken.getErrorDetails().getConstraintName().orElse("")
                : "";
        return Stream.of(With.values())
                .filter(known -> known.name().equalsIgnoreCase(constraint))
                .findFirst()
                .<RuntimeException>map(known -> new Clash(known, appointment, violation))
                .orElse(violation);
    }

    With with() {
        return with;
    }

    Appointment appointment() {
        return appointment;
    }
}
