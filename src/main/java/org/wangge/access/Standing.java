package org.wangge.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// What is known of an account and one of its sessions: from it a [Viewer] follows for any instant.
record Standing(
        UUID accountId,
        UUID sessionId,
        @Nullable UUID memberId,
        @Nullable UUID residentId,
        boolean isOver,
        Instant expiresAt,
        boolean mustChangePassword,
        boolean lacksSecondFactor,
        List<Grant> grants) {
    Standing {
        grants = List.copyOf(grants);
    }

    Standing with(List<Grant> all) {
        return new Standing(
                accountId,
                sessionId,
                memberId,
                residentId,
                isOver,
                expiresAt,
                mustChangePassword,
                lacksSecondFactor,
                all);
    }

    /// @throws Fault TOKEN_REVOKED when the session or the account has ended
    Viewer viewer(Instant now) {
        if (isOver || !now.isBefore(expiresAt)) {
            throw new Fault(FaultCode.TOKEN_REVOKED);
        }
        var inForce = grants.stream().filter(grant -> grant.isInForceAt(now)).toList();
        return new Viewer(actor(), accountId, sessionId, memberId, residentId, inForce, restriction(inForce));
    }

    /// When the viewer may be another one, if nothing changes until then.
    Instant nextChange(Instant now) {
        return grants.stream()
                .flatMap(grant -> Stream.of(grant.from(), grant.to() == null ? expiresAt : grant.to()))
                .filter(now::isBefore)
                .reduce(expiresAt, (one, other) -> one.isBefore(other) ? one : other);
    }

    private String actor() {
        return memberId == null ? "account:" + accountId : "member:" + memberId;
    }

    private @Nullable FaultCode restriction(List<Grant> inForce) {
        if (mustChangePassword) {
            return FaultCode.PASSWORD_CHANGE_REQUIRED;
        }
        var isAdministrator = inForce.stream().anyMatch(grant -> grant.role().isAdministrator());
        return isAdministrator && lacksSecondFactor ? FaultCode.SECOND_FACTOR_REQUIRED : null;
    }
}
