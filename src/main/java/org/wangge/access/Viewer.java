package org.wangge.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// Who asks: made once per request from the token, and handed on as a parameter. What they may see
/// is a [Scope] for each [Right].
///
/// @param actor the stable name for the journal: `member:…`, `account:…` or `anonymous`
/// @param grants those in force now
/// @param residentId whose record is their own
/// @param restriction what they must do first; until then they may nothing, and have no record
public record Viewer(
        String actor,
        @Nullable UUID accountId,
        @Nullable UUID sessionId,
        @Nullable UUID memberId,
        @Nullable UUID residentId,
        List<Grant> grants,
        @Nullable FaultCode restriction) {
    public static final Viewer ANONYMOUS = new Viewer("anonymous", null, null, null, null, List.of(), null);

    public Viewer {
        grants = restriction == null ? List.copyOf(grants) : List.of();
        residentId = restriction == null ? residentId : null;
    }

    /// Where the viewer holds the right; it may be nowhere.
    public Scope scope(Right right) {
        return new Scope(grants.stream()
                .filter(grant -> grant.role().holds(right))
                .map(Grant::within)
                .toList());
    }

    public boolean may(Right right, GridKey at) {
        return scope(right).holds(at);
    }

    public Set<Role> roles() {
        return grants.stream().map(Grant::role).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    /// This viewer, whichever of their sessions they are in.
    Viewer inAnySession() {
        return new Viewer(actor, accountId, null, memberId, residentId, grants, restriction);
    }

    /// This viewer, who is somebody.
    ///
    /// @throws Fault SIGN_IN_REQUIRED, or what they must do first
    public Viewer signedIn() {
        if (accountId == null) {
            throw new Fault(FaultCode.SIGN_IN_REQUIRED);
        }
        if (restriction != null) {
            throw new Fault(restriction);
        }
        return this;
    }

    /// This viewer, who holds the right somewhere.
    ///
    /// @throws Fault NOT_PERMITTED, or as [#signedIn]
    public Viewer require(Right right) {
        if (signedIn().grants.stream().noneMatch(grant -> grant.role().holds(right))) {
            throw new Fault(FaultCode.NOT_PERMITTED);
        }
        return this;
    }
}
