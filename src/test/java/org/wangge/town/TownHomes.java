package org.wangge.town;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Personal;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.Keyring;

/// Who lives where in the [Town]. Those with a star live there no more.
///
/// | grid | premises | household | residents |
/// |---|---|---|---|
/// | 东院 | 东院1号 | H001 | 张伟, 李娜, 张小宝, 张磊*, 张桂香* |
/// | 东院 | 东院2号, let to many | H002 | 𠮷田, 王芳 |
/// | 西院 | 西院1号 | H003 and H004 | 阿依古丽·买买提, 买买提·艾力; 欧阳静 |
/// | 西院 | 柳河便民超市 | | |
/// | 河院 | 河畔精密机械厂 | H006 | 刘工, 何强, 约翰·史密斯 |
/// | 桥院 | 桥院1号 | H005 | 陈大山, 陈小明 |
/// | 塔院 | 塔下小学 | | |
/// | 六组 | an empty warehouse, without a location | | |
public final class TownHomes {
    public static final TownThing EAST_HOUSE = premises(1);
    public static final TownThing EAST_RENTAL = premises(2);
    public static final TownThing WEST_HOUSE = premises(3);
    public static final TownThing SUPERMARKET = premises(4);
    public static final TownThing FACTORY = premises(5);
    public static final TownThing BRIDGE_HOUSE = premises(6);
    public static final TownThing SCHOOL = premises(7);
    public static final TownThing WAREHOUSE = premises(8);

    public static final TownThing ZHANG_FAMILY = household(1);
    public static final TownThing JI_FAMILY = household(2);
    public static final TownThing AYGUL_FAMILY = household(3);
    public static final TownThing OUYANG_ALONE = household(4);
    public static final TownThing CHEN_FAMILY = household(5);
    public static final TownThing DORMITORY = household(6);

    public static final TownThing ZHANG_WEI = resident(1);
    public static final TownThing LI_NA = resident(2);
    public static final TownThing ZHANG_XIAOBAO = resident(3);
    /// Moved out.
    public static final TownThing ZHANG_LEI = resident(4);
    /// Died.
    public static final TownThing ZHANG_GUIXIANG = resident(5);
    /// 𠮷田.
    public static final TownThing JI = resident(6);
    public static final TownThing WANG_FANG = resident(7);
    /// 阿依古丽·买买提.
    public static final TownThing AYGUL = resident(8);
    public static final TownThing ALI = resident(9);
    public static final TownThing OUYANG_JING = resident(10);
    public static final TownThing CHEN_DASHAN = resident(11);
    public static final TownThing CHEN_XIAOMING = resident(12);
    public static final TownThing LIU = resident(13);
    public static final TownThing HE_QIANG = resident(14);
    public static final TownThing SMITH = resident(15);

    private final Connection connection;
    private final Keyring keyring;

    private TownHomes(Connection connection, Keyring keyring) {
        this.connection = connection;
        this.keyring = keyring;
    }

    static void build(Connection connection, Keyring keyring) throws SQLException {
        var homes = new TownHomes(connection, keyring);
        homes.premises();
        homes.households();
        homes.residents();
        new TownPapers(connection, keyring).write();
        homes.periods();
    }

    private void premises() throws SQLException {
        premises(EAST_HOUSE, Town.EAST_YARD, "DWELLING", "东院1号", "OWNER", null, "(104.015,30.81)");
        premises(EAST_RENTAL, Town.EAST_YARD, "RENTAL", "东院2号", "GROUP_RENTED", null, "(104.016,30.81)");
        premises(WEST_HOUSE, Town.WEST_YARD, "DWELLING", "西院1号", "OWNER", null, "(104.005,30.81)");
        premises(SUPERMARKET, Town.WEST_YARD, "SHOP", "西院临街2号", "RENTED", "柳河便民超市", "(104.006,30.81)");
        premises(FACTORY, Town.RIVER_YARD, "FACTORY", "河院路8号", "OWNER", "河畔精密机械厂", "(104.01,30.83)");
        premises(BRIDGE_HOUSE, Town.BRIDGE_YARD, "DWELLING", "桥院1号", "OWNER", null, "(104.03,30.83)");
        premises(SCHOOL, Town.TOWER_YARD, "SCHOOL", "塔院路1号", null, "塔下小学", "(104.03,30.81)");
        premises(WAREHOUSE, Town.GROUP_SIX, "WAREHOUSE", "六组旧仓库", "VACANT", null, null);
    }

    private void households() throws SQLException {
        household(ZHANG_FAMILY, Town.EAST_YARD, EAST_HOUSE);
        household(JI_FAMILY, Town.EAST_YARD, EAST_RENTAL);
        household(AYGUL_FAMILY, Town.WEST_YARD, WEST_HOUSE);
        household(OUYANG_ALONE, Town.WEST_YARD, WEST_HOUSE);
        household(CHEN_FAMILY, Town.BRIDGE_YARD, BRIDGE_HOUSE);
        household(DORMITORY, Town.RIVER_YARD, FACTORY);
    }

    private void residents() throws SQLException {
        var zhang = new Home(Town.EAST_YARD, ZHANG_FAMILY, "PERMANENT");
        resident(ZHANG_WEI, zhang, "张伟", "MALE", "1985-05-01", "HEAD");
        resident(LI_NA, zhang, "李娜", "FEMALE", "1987-08-08", "SPOUSE");
        resident(ZHANG_XIAOBAO, zhang, "张小宝", "MALE", "2016-06-01", "SON");
        resident(ZHANG_LEI, zhang, "张磊", "MALE", "2006-02-28", "SON");
        resident(ZHANG_GUIXIANG, zhang, "张桂香", "FEMALE", "1938-01-15", "PARENT");
        var ji = new Home(Town.EAST_YARD, JI_FAMILY, "FLOATING");
        resident(JI, ji, "𠮷田", "MALE", "1990-12-31", "HEAD");
        resident(WANG_FANG, ji, "王芳", "FEMALE", "1992-03-08", "SPOUSE");
        var aygul = new Home(Town.WEST_YARD, AYGUL_FAMILY, "PERMANENT");
        resident(AYGUL, aygul, "阿依古丽·买买提", "FEMALE", "1979-11-11", "HEAD");
        resident(ALI, aygul, "买买提·艾力", "MALE", "1975-07-07", "SPOUSE");
        resident(
                OUYANG_JING,
                new Home(Town.WEST_YARD, OUYANG_ALONE, "REGISTERED"),
                "欧阳静",
                "FEMALE",
                "1994-04-04",
                "HEAD");
        var chen = new Home(Town.BRIDGE_YARD, CHEN_FAMILY, "PERMANENT");
        resident(CHEN_DASHAN, chen, "陈大山", "MALE", "1940-10-01", "HEAD");
        resident(CHEN_XIAOMING, chen, "陈小明", "MALE", "2015-09-01", "GRANDCHILD");
        var dormitory = new Home(Town.RIVER_YARD, DORMITORY, "FLOATING");
        resident(LIU, dormitory, "刘工", "MALE", "1983-01-01", "HEAD");
        resident(HE_QIANG, dormitory, "何强", "NOT_STATED", "2001-01-01", "OTHER");
        resident(SMITH, new Home(Town.RIVER_YARD, DORMITORY, "OVERSEAS"), "约翰·史密斯", "MALE", "1980-06-30", "OTHER");
        set(ZHANG_LEI, "status = 'MOVED_OUT'");
        set(ZHANG_GUIXIANG, "status = 'DECEASED'");
        set(CHEN_DASHAN, "care_needs = '{REGULAR_VISIT,MEAL_SERVICE}', verified_at = '2026-01-15T00:00:00Z'");
        set(CHEN_XIAOMING, "care_needs = '{CHILD_SUPPORT}'");
        set(OUYANG_JING, "care_needs = '{MATERNITY_SUPPORT}', verified_at = '2025-03-01T00:00:00Z'");
        set(AYGUL, "care_needs = '{REGULAR_VISIT}'");
    }

    private void periods() throws SQLException {
        period(1, ZHANG_WEI, WEST_HOUSE, LocalDate.of(2010, 1, 1), LocalDate.of(2020, 1, 1));
        period(2, ZHANG_WEI, EAST_HOUSE, LocalDate.of(2020, 1, 1), null);
        period(3, JI, EAST_RENTAL, LocalDate.of(2024, 6, 1), null);
    }

    private record Home(TownGrid grid, TownThing household, String residency) {}

    private void premises(
            TownThing premises,
            TownGrid grid,
            String type,
            String address,
            @Nullable String occupancy,
            @Nullable String enterprise,
            @Nullable String location)
            throws SQLException {
        TownPeople.insert(
                connection,
                """
                insert into premises (id, grid_id, grid_key, code, type, address, area_m2, occupancy, enterprise,
                                      location, verified_at, source)
                values (?, ?, ?, ?, ?, ?, 90.5, ?, ?, ?::point, '2025-12-01T00:00:00Z', '走访')""",
                premises.uuid(),
                grid.uuid(),
                grid.key(),
                "P%03d".formatted(premises.number()),
                type,
                address,
                occupancy,
                enterprise,
                location);
    }

    private void household(TownThing household, TownGrid grid, TownThing premises) throws SQLException {
        TownPeople.insert(
                connection,
                "insert into household (id, grid_id, grid_key, no, premises_id) values (?, ?, ?, ?, ?)",
                household.uuid(),
                grid.uuid(),
                grid.key(),
                "H%03d".formatted(household.number()),
                premises.uuid());
    }

    private void resident(TownThing resident, Home home, String name, String sex, String birth, String relation)
            throws SQLException {
        TownPeople.insert(
                connection,
                """
                insert into resident (id, grid_id, grid_key, household_id, name_cell, name_mask, sex, birth_on,
                                      residency, relation, verified_at, source)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '2025-12-01T00:00:00Z', '走访')""",
                resident.uuid(),
                home.grid().uuid(),
                home.grid().key(),
                home.household().uuid(),
                keyring.seal(name, new CellPlace("resident.name", resident.uuid())),
                Personal.name(name).display(),
                sex,
                LocalDate.parse(birth),
                home.residency(),
                relation);
    }

    private void set(TownThing resident, String values) throws SQLException {
        TownPeople.insert(connection, "update resident set " + values + " where id = ?", resident.uuid());
    }

    private void period(int number, TownThing resident, TownThing premises, LocalDate from, @Nullable LocalDate to)
            throws SQLException {
        TownPeople.insert(
                connection,
                "insert into residence_period (id, resident_id, premises_id, from_on, to_on) values (?, ?, ?, ?, ?)",
                Town.uuid(10, number),
                resident.uuid(),
                premises.uuid(),
                from,
                to);
    }

    private static TownThing premises(int number) {
        return new TownThing("premises", 7, number);
    }

    private static TownThing household(int number) {
        return new TownThing("household", 8, number);
    }

    private static TownThing resident(int number) {
        return new TownThing("resident", 9, number);
    }
}
