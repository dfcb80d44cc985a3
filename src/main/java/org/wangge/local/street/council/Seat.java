package org.wangge.local.street.council;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.ledger.Neighbour;
import org.wangge.local.street.team.Member;

/// Somebody who sits in a council: a member of the team or a resident.
record Seat(
        @Nullable UUID member,
        @Nullable UUID resident,
        @Nullable UUID household,
        String role) {
    static Seat of(Member member, String role) {
        return new Seat(member.id(), null, null, role);
    }

    static Seat of(Neighbour neighbour, String role) {
        return new Seat(null, neighbour.id(), neighbour.household(), role);
    }

    UUID person() {
        return member == null ? Objects.requireNonNull(resident) : member;
    }

    String actor() {
        return (member == null ? "resident:" : "member:") + person();
    }

    boolean votes() {
        return !role.equals("OBSERVER");
    }
}
