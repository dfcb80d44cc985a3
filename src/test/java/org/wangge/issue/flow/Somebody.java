package org.wangge.issue.flow;

import static org.wangge.issue.Party.ANYONE;
import static org.wangge.issue.Party.LEADER_ABOVE;
import static org.wangge.issue.Party.TIMER;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Grant;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.grid.GridKey;
import org.wangge.issue.Party;

/// Everybody who may stand before an issue in [Sample#PLACE], each of them one thing to it, and what
/// the specification makes of them there.
enum Somebody {
    REPORTER(Party.REPORTER, Role.RESIDENT, "1."),
    /// Nobody but the code of the receipt is known of them.
    CODE_HOLDER(Party.REPORTER),
    /// Of the grid whose members handle it.
    LEAD(Party.LEAD, Role.DEPARTMENT_HANDLER, "1.1.1."),
    CO_HANDLER(Party.CO_HANDLER, Role.DEPARTMENT_HANDLER, "1.1.1."),
    INTAKE(Party.INTAKE, Role.INTAKE, "1."),
    DISPATCH(Party.DISPATCH, Role.DISPATCH, "1."),
    SUPERVISION(Party.SUPERVISION, Role.SUPERVISION, "1."),
    ANALYSIS(Party.ANALYSIS, Role.ANALYSIS, "1."),
    DUTY_COMMANDER(Party.DUTY_COMMANDER, Role.DUTY_COMMANDER, "1."),
    GRID_MEMBER(Party.GRID_MEMBER, Role.GRID_MEMBER, "1.1.1."),
    GRID_LEADER(Party.GRID_LEADER, Role.GRID_LEADER, "1.1.1."),
    /// Leads a grid one level above those who handle it.
    GRID_LEADER_ABOVE(Party.GRID_LEADER, Role.GRID_LEADER, "1.1."),
    COMMUNITY_LEADER(Party.COMMUNITY_LEADER, Role.COMMUNITY_LEADER, "1.1."),
    SUBDISTRICT_LEADER(Party.SUBDISTRICT_LEADER, Role.SUBDISTRICT_LEADER, "1."),
    SERVER_CLOCK(TIMER),
    NEIGHBOUR(ANYONE, Role.RESIDENT, "1."),
    STRANGER(null),
    /// Watches screens, which moves no issue.
    MONITORING(ANYONE, Role.MONITORING, "1."),
    AUDITOR(ANYONE, Role.AUDITOR, "1."),
    /// Holds every role there is, in the next village.
    ALL_ELSEWHERE(ANYONE, null, "1.2.");

    private final @Nullable Party party;
    private final Viewer viewer;

    Somebody(@Nullable Party party) {
        this(party, null, "");
    }

    Somebody(@Nullable Party party, @Nullable Role role, String within) {
        this.party = party;
        this.viewer = viewer(role, within);
    }

    private Viewer viewer(@Nullable Role role, String within) {
        return switch (name()) {
            case "SERVER_CLOCK" -> Actor.TIMER;
            case "STRANGER", "CODE_HOLDER" -> Viewer.ANONYMOUS;
            default ->
                new Viewer(
                        isMember() ? "member:" + memberId() : "account:" + name(),
                        id(1),
                        id(2),
                        isMember() ? memberId() : null,
                        null,
                        within.isEmpty() ? List.of() : grants(role, new GridKey(within)),
                        null);
        };
    }

    private static List<Grant> grants(@Nullable Role role, GridKey within) {
        return Arrays.stream(Role.values())
                .filter(held -> role == null ? !held.isAdministrator() : held == role)
                .map(held -> new Grant(held, within, Instant.EPOCH, null))
                .toList();
    }

    private boolean isMember() {
        return !name().matches("REPORTER|NEIGHBOUR");
    }

    UUID memberId() {
        return id(3);
    }

    private UUID id(int kind) {
        return new UUID(kind, ordinal() + 1L);
    }

    Viewer viewer() {
        return viewer;
    }

    Actor actor() {
        return new Actor(viewer, this == CODE_HOLDER);
    }

    /// As what they may act by the specification, when the issue is in hand or when it is not.
    Set<Party> parties(boolean inHand) {
        Set<Party> parties = EnumSet.noneOf(Party.class);
        if (party != null && (inHand || !party.isHandler())) {
            parties.add(party);
        }
        if (this != STRANGER && this != SERVER_CLOCK) {
            parties.add(ANYONE);
        }
        if (inHand
                && Set.of("GRID_LEADER_ABOVE", "COMMUNITY_LEADER", "SUBDISTRICT_LEADER")
                        .contains(name())) {
            parties.add(LEADER_ABOVE);
        }
        return parties;
    }

    static Set<Somebody> all() {
        return Arrays.stream(values()).collect(Collectors.toCollection(() -> EnumSet.noneOf(Somebody.class)));
    }
}
