package org.wangge.local.street.team;

import java.util.List;

/// The nine ways into the one team (一支队伍): the role held, the origin, the title on the card, the
/// department (none for neighbours who serve) and the duties.
public enum Calling {
    COMPREHENSIVE_LEADER("GRID_LEADER", "TWO_COMMITTEES", "综合网格长", Calling.COMMITTEES, Calling.ALL),
    GROUP_LEADER("GRID_LEADER", "GROUP_HEAD", "小组网格长", "", Calling.ALL),
    PARTY_LEADER("GRID_LEADER", "PARTY_MEMBER", "民意快递员", "", Calling.LISTENING),
    NEIGHBOUR_LEADER("GRID_LEADER", "KEY_RESIDENT", "民意快递员", "", Calling.LISTENING),
    CADRE("SUBDISTRICT_CADRE", "SUBDISTRICT_CADRE", "街道包片干部", Calling.ANY_OFFICE, Calling.VISITING),
    MEMBER("GRID_MEMBER", "FULL_TIME", "专职网格员", "YX-GOVERNANCE", Calling.ALL),
    OFFICER("ENFORCEMENT_OFFICER", "PROFESSIONAL", "综合执法队员", "YX-ENFORCEMENT", Calling.PATROL),
    POLICE("COMMUNITY_POLICE", "PROFESSIONAL", "社区民警", "YX-POLICE", Calling.PATROL),
    DOCTOR("COMMUNITY_DOCTOR", "PROFESSIONAL", "社区医生", "YX-HEALTH", Calling.CARE);

    static final String COMMITTEES = "the committees of the community";
    static final String ANY_OFFICE = "any office of the subdistrict";

    private static final String ALL =
            "POLICY_PUBLICITY,INFORMATION_COLLECTION,DEMAND_INTAKE,PATROL_VISIT,CONVENIENCE_SERVICE";
    private static final String LISTENING = "POLICY_PUBLICITY,DEMAND_INTAKE";
    private static final String VISITING = "POLICY_PUBLICITY,DEMAND_INTAKE,PATROL_VISIT";
    private static final String PATROL = "POLICY_PUBLICITY,PATROL_VISIT";
    private static final String CARE = "POLICY_PUBLICITY,CONVENIENCE_SERVICE";

    private final String role;
    private final String origin;
    private final String title;
    private final String department;
    private final List<String> duties;

    Calling(String role, String origin, String title, String department, String duties) {
        this.role = role;
        this.origin = origin;
        this.title = title;
        this.department = department;
        this.duties = List.of(duties.split(","));
    }

    public String role() {
        return role;
    }

    String origin() {
        return origin;
    }

    String title() {
        return title;
    }

    String department() {
        return department;
    }

    List<String> duties() {
        return duties;
    }

    /// Neighbours who lead a courtyard may keep their card to the courtyard.
    boolean isNeighbour() {
        return this == PARTY_LEADER || this == NEIGHBOUR_LEADER;
    }
}
