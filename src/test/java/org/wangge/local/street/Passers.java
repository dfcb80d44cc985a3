package org.wangge.local.street;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.wangge.access.Grant;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.grid.GridKey;

/// Those who made the lines of a timeline, as they would be signed in.
final class Passers {
    private static final GridKey STREET = new GridKey("a1.");

    private Passers() {}

    static Viewer viewer(String actor, String party) {
        var kind = actor.substring(0, Math.max(0, actor.indexOf(':')));
        return switch (kind) {
            case "member" -> member(actor, role(party));
            case "resident" ->
                new Viewer(actor, UUID.randomUUID(), null, null, id(actor), List.of(grant(Role.RESIDENT)), null);
            default ->
                actor.equals("timer") ? new Viewer(actor, null, null, null, null, List.of(), null) : Viewer.ANONYMOUS;
        };
    }

    private static Viewer member(String actor, Role role) {
        return new Viewer(actor, UUID.randomUUID(), null, id(actor), null, List.of(grant(role)), null);
    }

    private static Role role(String party) {
        return switch (party) {
            case "REPORTER" -> Role.GRID_MEMBER;
            case "LEAD" -> Role.DEPARTMENT_HANDLER;
            default -> Role.valueOf(party);
        };
    }

    private static Grant grant(Role role) {
        return new Grant(role, STREET, Instant.EPOCH, null);
    }

    private static UUID id(String actor) {
        return UUID.fromString(actor.substring(actor.indexOf(':') + 1));
    }
}
