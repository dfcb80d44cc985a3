package org.wangge.notice.publicity;

import java.util.List;
import org.wangge.personnel.GridRole;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.resident.CareNeed;

/// Whom a notice is for (受众), in its grid and all below.
///
/// @param isForResidents those who live there: all, or those with one of the care needs
/// @param roles those who serve there as one of these
record PolicyAudience(boolean isForResidents, List<CareNeed> careNeeds, List<GridRole> roles) {
    PolicyAudience {
        careNeeds = careNeeds.stream().distinct().sorted().toList();
        roles = roles.stream().distinct().sorted().toList();
    }

    Problems check(Problems problems) {
        return problems.check(isForResidents || !roles.isEmpty(), "audience.roles", ProblemCode.REQUIRED)
                .check(
                        isForResidents || careNeeds.isEmpty(),
                        "audience.careNeeds",
                        ProblemCode.CONTRADICTS,
                        "isForResidents");
    }
}
