package org.wangge.issue.flow;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Grant;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.grid.GridKey;
import org.wangge.issue.dispatch.Hand;
import org.wangge.personnel.DepartmentId;
import org.wangge.personnel.MemberId;

/// Somebody in a [World], who may be several things at once.
record Player(String name, Viewer viewer, @Nullable UUID department) {
    static final UUID OFFICE = new UUID(20, 1);
    static final UUID STATION = new UUID(20, 2);

    static final Player REPORTER = resident("reporter");
    static final Player TIMER = new Player("timer", Actor.TIMER, null);
    /// Supervises, and is given work to do as well.
    static final Player SUPERVISOR = member("supervisor", 1, OFFICE, "1.", Role.SUPERVISION);
    static final Player COURIER = member("courier", 2, null, "1.1.1.", Role.GRID_MEMBER);
    static final Player LEADER = member("leader", 3, null, "1.1.1.", Role.GRID_LEADER);

    static final List<Player> ALL = List.of(
            REPORTER,
            resident("other"),
            TIMER,
            SUPERVISOR,
            COURIER,
            LEADER,
            member("officer", 4, OFFICE, "", Role.DEPARTMENT_HANDLER),
            member("warden", 5, STATION, "", Role.DEPARTMENT_HANDLER),
            member("inspector", 6, null, "1.", Role.SUPERVISION),
            member("clerk", 7, null, "1.", Role.INTAKE),
            member("second clerk", 8, null, "1.", Role.INTAKE, Role.DISPATCH),
            member("commander", 9, null, "1.", Role.DUTY_COMMANDER, Role.INTAKE),
            member("secretary", 10, null, "1.1.", Role.COMMUNITY_LEADER),
            member("director", 11, null, "1.", Role.SUBDISTRICT_LEADER),
            member("analyst", 12, null, "1.", Role.ANALYSIS),
            member("far", 13, null, "1.2.", Role.values()));

    static final List<Hand> HANDS = List.of(
            new Hand(new MemberId(new UUID(21, 2)), null, new GridKey("1.1.1."), true, "courier"),
            new Hand(new MemberId(new UUID(21, 3)), null, new GridKey("1.1.1."), true, "leader"),
            new Hand(new MemberId(new UUID(21, 1)), null, new GridKey("1."), false, "supervisor"),
            new Hand(null, new DepartmentId(OFFICE), new GridKey("1.1."), false, "office"),
            new Hand(null, new DepartmentId(STATION), new GridKey("1."), false, "station"));

    private static Player resident(String name) {
        var id = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var grant = new Grant(Role.RESIDENT, new GridKey("1."), Instant.EPOCH, null);
        return new Player(name, new Viewer("account:" + id, id, id, null, null, List.of(grant), null), null);
    }

    private static Player member(String name, int number, @Nullable UUID department, String within, Role... roles) {
        var id = new UUID(21, number);
        var key = new GridKey(within.isEmpty() ? "1.1.1.1.1." : within);
        var grants = Arrays.stream(roles)
                .map(role -> new Grant(role, key, Instant.EPOCH, null))
                .toList();
        return new Player(name, new Viewer("member:" + id, id, id, id, null, grants, null), department);
    }

    @Override
    public String toString() {
        return name;
    }
}
