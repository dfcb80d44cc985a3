package org.wangge.town;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.wangge.access.personal.Keyring;

/// A subdistrict small enough to know by heart. Its grids are rectangles between 104.00 and 104.04
/// degrees east, 30.80 and 30.84 north:
///
/// ```
///   柳村 (west)                     桥头社区 (east)
///   ┌ 柳二格 ─ 四组 ─ 河院 ┐ 30.84   ┌ 桥一格 ─ 五组 ─ 桥院 ┐ 30.84
///   ├ 柳一格 ─ 一组 ─ 东院 ┤ 30.82   │        ─ 六组 ─ 塔院 │ 30.82
///   └        ─ 二组 ─ 西院 ┘ 30.80   └                      ┘ 30.80
/// ```
public final class Town {
    public static final TownGrid STREET =
            new TownGrid(1, "1.", 1, "510199001000", "示范街道", null, 104.00, 30.80, 104.04, 30.84);
    public static final TownGrid WILLOW =
            new TownGrid(2, "1.1.", 2, "510199001201", "柳村", STREET, 104.00, 30.80, 104.02, 30.84);
    public static final TownGrid BRIDGE =
            new TownGrid(3, "1.2.", 2, "510199001001", "桥头社区", STREET, 104.02, 30.80, 104.04, 30.84);
    public static final TownGrid WILLOW_ONE =
            new TownGrid(4, "1.1.1.", 3, "510199001201001", "柳一格", WILLOW, 104.00, 30.80, 104.02, 30.82);
    public static final TownGrid WILLOW_TWO =
            new TownGrid(5, "1.1.2.", 3, "510199001201002", "柳二格", WILLOW, 104.00, 30.82, 104.02, 30.84);
    public static final TownGrid BRIDGE_ONE =
            new TownGrid(6, "1.2.1.", 3, "510199001001001", "桥一格", BRIDGE, 104.02, 30.80, 104.04, 30.84);
    public static final TownGrid GROUP_ONE =
            new TownGrid(7, "1.1.1.1.", 4, "51019900120100101", "一组", WILLOW_ONE, 104.01, 30.80, 104.02, 30.82);
    public static final TownGrid GROUP_TWO =
            new TownGrid(8, "1.1.1.2.", 4, "51019900120100102", "二组", WILLOW_ONE, 104.00, 30.80, 104.01, 30.82);
    public static final TownGrid GROUP_FOUR =
            new TownGrid(9, "1.1.2.1.", 4, "51019900120100201", "四组", WILLOW_TWO, 104.00, 30.82, 104.02, 30.84);
    public static final TownGrid GROUP_FIVE =
            new TownGrid(10, "1.2.1.1.", 4, "51019900100100101", "五组", BRIDGE_ONE, 104.02, 30.82, 104.04, 30.84);
    public static final TownGrid GROUP_SIX =
            new TownGrid(11, "1.2.1.2.", 4, "51019900100100102", "六组", BRIDGE_ONE, 104.02, 30.80, 104.04, 30.82);
    public static final TownGrid EAST_YARD =
            new TownGrid(12, "1.1.1.1.1.", 5, "51019900120100101001", "东院", GROUP_ONE, 104.01, 30.80, 104.02, 30.82);
    public static final TownGrid WEST_YARD =
            new TownGrid(13, "1.1.1.2.1.", 5, "51019900120100102001", "西院", GROUP_TWO, 104.00, 30.80, 104.01, 30.82);
    public static final TownGrid RIVER_YARD =
            new TownGrid(14, "1.1.2.1.1.", 5, "51019900120100201001", "河院", GROUP_FOUR, 104.00, 30.82, 104.02, 30.84);
    public static final TownGrid BRIDGE_YARD =
            new TownGrid(15, "1.2.1.1.1.", 5, "51019900100100101001", "桥院", GROUP_FIVE, 104.02, 30.82, 104.04, 30.84);
    public static final TownGrid TOWER_YARD =
            new TownGrid(16, "1.2.1.2.1.", 5, "51019900100100102001", "塔院", GROUP_SIX, 104.02, 30.80, 104.04, 30.82);

    public static final List<TownGrid> GRIDS = List.of(
            STREET,
            WILLOW,
            BRIDGE,
            WILLOW_ONE,
            WILLOW_TWO,
            BRIDGE_ONE,
            GROUP_ONE,
            GROUP_TWO,
            GROUP_FOUR,
            GROUP_FIVE,
            GROUP_SIX,
            EAST_YARD,
            WEST_YARD,
            RIVER_YARD,
            BRIDGE_YARD,
            TOWER_YARD);

    private Town() {}

    /// A UUID that is easy to recognise: the kind of thing and its number.
    public static UUID uuid(int kind, int number) {
        return UUID.fromString("00000000-0000-7%03d-8000-%012d".formatted(kind, number));
    }

    static void build(Connection connection, Keyring keyring) throws SQLException {
        for (var grid : GRIDS) {
            grid.insertInto(connection);
        }
        TownPeople.build(connection);
        TownDuties.build(connection);
        TownHomes.build(connection, keyring);
        TownAccount.build(connection);
    }
}
