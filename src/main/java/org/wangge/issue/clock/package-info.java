/// How long may it take? The due points (时限) of issues, the calendar they are counted on, and who is told in time.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "refusal",
            "graphql",
            "graphql::page",
            "grid",
            "access",
            "feed",
            "personnel",
            "issue",
            "kept"
        })
package org.wangge.issue.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
