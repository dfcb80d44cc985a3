package org.wangge.town;

import java.sql.Connection;
import java.sql.SQLException;

/// What may be given to the grid staff of the [Town] since 2025 (准入清单), everywhere in it:
///
/// | code | categories of issues |
/// |---|---|
/// | [#FACILITIES] | INFRASTRUCTURE, MANHOLE_COVER, FLOOD, TRAFFIC_SIGN, PARKING |
/// | [#SURROUNDINGS] | ENVIRONMENT, PROPERTY_SERVICE, LIFT, HOUSE_SAFETY, IRRIGATION |
/// | [#NEIGHBOURS] | DISPUTE, SOCIAL_SECURITY, SCIENCE_EDUCATION_CULTURE_HEALTH, OTHER, POLICY_QUESTION |
///
/// Nothing else is: not street stalls, illegal buildings, food, wages, fire or work safety.
public final class TownDuties {
    public static final TownThing FACILITIES = item(1);
    public static final TownThing SURROUNDINGS = item(2);
    public static final TownThing NEIGHBOURS = item(3);

    private TownDuties() {}

    static void build(Connection connection) throws SQLException {
        admit(
                connection,
                FACILITIES,
                "公共设施巡查上报",
                "PATROL_VISIT",
                "INFRASTRUCTURE,MANHOLE_COVER,FLOOD,TRAFFIC_SIGN,PARKING");
        admit(
                connection,
                SURROUNDINGS,
                "环境与物业问题协调",
                "DEMAND_INTAKE",
                "ENVIRONMENT,PROPERTY_SERVICE,LIFT,HOUSE_SAFETY,IRRIGATION");
        admit(
                connection,
                NEIGHBOURS,
                "邻里调解与民生代办",
                "CONVENIENCE_SERVICE",
                "DISPUTE,SOCIAL_SECURITY,SCIENCE_EDUCATION_CULTURE_HEALTH,OTHER,POLICY_QUESTION");
    }

    private static void admit(Connection connection, TownThing item, String title, String duty, String categories)
            throws SQLException {
        TownPeople.insert(
                connection,
                """
                insert into duty_item (id, grid_id, grid_key, code, title, category, issue_categories, basis,
                                       admitted_from, approved_by, approved_at)
                values (?, ?, ?, ?, ?, ?, ?::text[], ?, ?, 'town', '2025-01-01T00:00:00+08:00')""",
                item.uuid(),
                Town.STREET.uuid(),
                Town.STREET.key(),
                "D%02d".formatted(item.number()),
                title,
                duty,
                "{" + categories + "}",
                "示范街道〔2024〕9号",
                TownPeople.SINCE);
    }

    private static TownThing item(int number) {
        return new TownThing("dutyItem", 12, number);
    }
}
