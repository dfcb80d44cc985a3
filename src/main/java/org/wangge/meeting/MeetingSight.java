package org.wangge.meeting;

import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.page.Conditions;
import org.wangge.grid.Scope;

/// What somebody sees of deliberation: staff all of it where they serve; whoever lives somewhere what is
/// open and concerns the grids of their home; whoever sits in a council today what that council does.
/// Whoever has to do something first sees nothing until then. Every statement on it takes one.
public record MeetingSight(
        Scope staff, @Nullable UUID memberId, @Nullable UUID residentId) {
    public static MeetingSight of(Viewer viewer) {
        return viewer.restriction() == null
                ? new MeetingSight(viewer.scope(Right.MEETINGS), viewer.memberId(), viewer.residentId())
                : of(Scope.nowhere());
    }

    public static MeetingSight of(Scope staff) {
        return new MeetingSight(staff, null, null);
    }

    /// Of `council c`.
    Conditions councils() {
        return of("c.grid_key", "c.id", "true");
    }

    /// Of a row with the key of its grid and the id of its council, which may be null.
    ///
    /// @param open what must hold for those who live there
    public Conditions of(String gridKey, String council, String open) {
        var alternatives = new ArrayList<Conditions>();
        alternatives.add(staff.limit(gridKey, "staff"));
        if (residentId != null) {
            alternatives.add(new Conditions()
                    .and(
                            gridKey + " = any((select grid_line(home.grid_key) from resident home"
                                    + " where home.id = :home and home.status = 'ACTIVE')::text[]) and " + open,
                            "home",
                            residentId));
            alternatives.add(seated(council, "homeSeat", residentId));
        }
        if (memberId != null) {
            alternatives.add(seated(council, "ownSeat", memberId));
        }
        return alternatives.size() == 1 ? alternatives.getFirst() : Conditions.anyOf(alternatives);
    }

    private static Conditions seated(String council, String name, UUID person) {
        return new Conditions()
                .and(
                        council + " in (select seat.council_id from council_seat seat where seat.person = :" + name
                                + " and seat.during @> (now() at time zone 'Asia/Shanghai')::date)",
                        name,
                        person);
    }
}
