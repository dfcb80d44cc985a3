package org.wangge.town;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Who works in the [Town]. All assignments began on 2025-01-01 and go on, but for [#SUN_WAS_MEMBER]:
///
/// | grid | leader | dedicated member | instructor | doctor |
/// |---|---|---|---|---|
/// | 柳一格 | 李建国 | 王秀英 (until 2025: 孙小梅) | 陈志远 | 赵医生 |
/// | 柳二格 | | | | 赵医生 |
/// | 桥一格 | 欧阳桥 | 阿依古丽·买买提 | 陈志远 | |
/// | 一组 | 周组长 | | | |
/// | 东院 | 𠮷田 | | | |
public final class TownPeople {
    public static final LocalDate SINCE = LocalDate.of(2025, 1, 1);

    public static final TownThing ENFORCEMENT_OFFICE = new TownThing("department", 2, 1);
    public static final TownThing WILLOW_COMMITTEE = new TownThing("department", 2, 2);

    /// 李建国, of the committee of 柳村.
    public static final TownThing LI = member(1);
    /// 王秀英, full time.
    public static final TownThing WANG = member(2);
    /// 𠮷田, a resident of 东院.
    public static final TownThing JI = member(3);
    /// 阿依古丽·买买提, full time.
    public static final TownThing AYGUL = member(4);
    /// 欧阳桥, of the committee of 桥头社区.
    public static final TownThing OUYANG = member(5);
    /// 陈志远, a cadre of the subdistrict.
    public static final TownThing CHEN = member(6);
    /// 赵医生.
    public static final TownThing ZHAO = member(7);
    /// 孙小梅, in charge of nothing any more, her card is not shown.
    public static final TownThing SUN = member(8);
    /// 周组长, head of 一组.
    public static final TownThing ZHOU = member(9);

    public static final TownThing LI_LEADS_WILLOW_ONE = assignment(1);
    public static final TownThing WANG_SERVES_WILLOW_ONE = assignment(2);
    public static final TownThing SUN_WAS_MEMBER = assignment(3);
    public static final TownThing JI_LEADS_EAST_YARD = assignment(4);
    public static final TownThing OUYANG_LEADS_BRIDGE_ONE = assignment(5);
    public static final TownThing AYGUL_SERVES_BRIDGE_ONE = assignment(6);
    public static final TownThing CHEN_GUIDES_WILLOW_ONE = assignment(7);
    public static final TownThing CHEN_GUIDES_BRIDGE_ONE = assignment(8);
    public static final TownThing ZHAO_HEALS_WILLOW_ONE = assignment(9);
    public static final TownThing ZHAO_HEALS_WILLOW_TWO = assignment(10);
    public static final TownThing ZHOU_LEADS_GROUP_ONE = assignment(11);

    public static final TownThing COMMANDER_POST = new TownThing("post", 5, 1);
    public static final TownThing INTAKE_POST = new TownThing("post", 5, 2);
    public static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");
    public static final Instant EVENING = Instant.parse("2026-03-02T09:00:00Z");
    public static final Instant NIGHT = Instant.parse("2026-03-02T17:00:00Z");
    /// 陈志远 commands from [#MORNING] to [#EVENING].
    public static final TownThing CHEN_COMMANDS = shift(1);
    /// 李建国 commands from [#EVENING] to [#NIGHT].
    public static final TownThing LI_COMMANDS = shift(2);
    /// 赵医生 takes in from [#MORNING] to [#EVENING].
    public static final TownThing ZHAO_TAKES_IN = shift(3);

    private final Connection connection;

    private TownPeople(Connection connection) {
        this.connection = connection;
    }

    static void build(Connection connection) throws SQLException {
        var people = new TownPeople(connection);
        people.departments();
        people.members();
        people.assignments();
        people.posts();
    }

    private void departments() throws SQLException {
        var sql = "insert into department (id, code, name, kind, grid_id, grid_key) values (?, ?, ?, ?, ?, ?)";
        var street = Town.STREET;
        var willow = Town.WILLOW;
        insert(sql, ENFORCEMENT_OFFICE.uuid(), "D01", "综合执法办公室", "STREET_OFFICE", street.uuid(), street.key());
        insert(sql, WILLOW_COMMITTEE.uuid(), "D02", "柳村两委", "COMMUNITY_COMMITTEE", willow.uuid(), willow.key());
    }

    private void members() throws SQLException {
        member(LI, Town.WILLOW, "李建国", "TWO_COMMITTEES", WILLOW_COMMITTEE);
        member(WANG, Town.WILLOW, "王秀英", "FULL_TIME", null);
        member(JI, Town.EAST_YARD, "𠮷田", "KEY_RESIDENT", null);
        member(AYGUL, Town.BRIDGE, "阿依古丽·买买提", "FULL_TIME", null);
        member(OUYANG, Town.BRIDGE, "欧阳桥", "TWO_COMMITTEES", null);
        member(CHEN, Town.STREET, "陈志远", "SUBDISTRICT_CADRE", ENFORCEMENT_OFFICE);
        member(ZHAO, Town.STREET, "赵医生", "PROFESSIONAL", null);
        member(SUN, Town.WILLOW, "孙小梅", "FULL_TIME", null);
        member(ZHOU, Town.GROUP_ONE, "周组长", "GROUP_HEAD", null);
    }

    private void assignments() throws SQLException {
        assign(LI_LEADS_WILLOW_ONE, LI, Town.WILLOW_ONE, "GRID_LEADER", "{}");
        assign(WANG_SERVES_WILLOW_ONE, WANG, Town.WILLOW_ONE, "GRID_MEMBER", "{INFORMATION_COLLECTION,PATROL_VISIT}");
        assign(SUN_WAS_MEMBER, SUN, Town.WILLOW_ONE, "GRID_MEMBER", "{}", SINCE.minusYears(1), SINCE);
        assign(JI_LEADS_EAST_YARD, JI, Town.EAST_YARD, "GRID_LEADER", "{}");
        assign(OUYANG_LEADS_BRIDGE_ONE, OUYANG, Town.BRIDGE_ONE, "GRID_LEADER", "{}");
        assign(AYGUL_SERVES_BRIDGE_ONE, AYGUL, Town.BRIDGE_ONE, "GRID_MEMBER", "{}");
        assign(CHEN_GUIDES_WILLOW_ONE, CHEN, Town.WILLOW_ONE, "GRID_INSTRUCTOR", "{}");
        assign(CHEN_GUIDES_BRIDGE_ONE, CHEN, Town.BRIDGE_ONE, "GRID_INSTRUCTOR", "{}");
        assign(ZHAO_HEALS_WILLOW_ONE, ZHAO, Town.WILLOW_ONE, "COMMUNITY_DOCTOR", "{}");
        assign(ZHAO_HEALS_WILLOW_TWO, ZHAO, Town.WILLOW_TWO, "COMMUNITY_DOCTOR", "{}");
        assign(ZHOU_LEADS_GROUP_ONE, ZHOU, Town.GROUP_ONE, "GRID_LEADER", "{}");
    }

    private void posts() throws SQLException {
        post(1, "DUTY_COMMANDER", "值班长");
        post(2, "INTAKE", "综合受理岗");
        post(3, "MONITORING", "巡屏监测岗");
        post(4, "DISPATCH", "调度派遣岗");
        post(5, "SUPERVISION", "督办核查岗");
        post(6, "ANALYSIS", "研判考评岗");
        shift(CHEN_COMMANDS, COMMANDER_POST, CHEN, MORNING, EVENING);
        shift(LI_COMMANDS, COMMANDER_POST, LI, EVENING, NIGHT);
        shift(ZHAO_TAKES_IN, INTAKE_POST, ZHAO, MORNING, EVENING);
    }

    private void member(TownThing member, TownGrid home, String name, String origin, @Nullable TownThing department)
            throws SQLException {
        insert(
                """
                insert into member (id, grid_key, name, origin, department_id, card_no, card_title, card_is_public)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                member.uuid(),
                home.key(),
                name,
                origin,
                department == null ? null : department.uuid(),
                "WG%03d".formatted(member.number()),
                "网格队员",
                !member.equals(SUN));
    }

    private void assign(TownThing assignment, TownThing member, TownGrid grid, String role, String duties)
            throws SQLException {
        assign(assignment, member, grid, role, duties, SINCE, null);
    }

    private void assign(
            TownThing assignment,
            TownThing member,
            TownGrid grid,
            String role,
            String duties,
            LocalDate from,
            @Nullable LocalDate to)
            throws SQLException {
        insert("""
                insert into assignment (id, member_id, grid_id, grid_level, grid_key, role, duties, from_on, to_on)
                values (?, ?, ?, ?, ?, ?, ?::text[], ?, ?)""", assignment.uuid(), member.uuid(), grid.uuid(), grid.depth(), grid.key(), role, duties, from, to);
    }

    private void post(int number, String type, String title) throws SQLException {
        insert(
                "insert into post (id, grid_id, grid_key, type, title) values (?, ?, ?, ?, ?)",
                Town.uuid(5, number),
                Town.STREET.uuid(),
                Town.STREET.key(),
                type,
                title);
    }

    private void shift(TownThing shift, TownThing post, TownThing member, Instant from, Instant to)
            throws SQLException {
        insert(
                "insert into duty_shift (id, post_id, member_id, starts_at, ends_at) values (?, ?, ?, ?, ?)",
                shift.uuid(),
                post.uuid(),
                member.uuid(),
                from.atOffset(ZoneOffset.UTC),
                to.atOffset(ZoneOffset.UTC));
    }

    private void insert(String sql, @Nullable Object... values) throws SQLException {
        insert(connection, sql, values);
    }

    static void insert(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static TownThing member(int number) {
        return new TownThing("member", 3, number);
    }

    private static TownThing assignment(int number) {
        return new TownThing("assignment", 4, number);
    }

    private static TownThing shift(int number) {
        return new TownThing("dutyShift", 6, number);
    }
}
