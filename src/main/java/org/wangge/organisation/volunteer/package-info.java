/// Who helps? Volunteers (志愿者) and their teams.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "refusal",
            "graphql",
            "graphql::page",
            "grid",
            "access",
            "access::personal",
            "feed",
            "personnel",
            "resident",
            "organisation"
        })
package org.wangge.organisation.volunteer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
