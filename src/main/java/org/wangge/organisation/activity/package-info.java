/// What do they do together? Activities (活动), who takes part, and the time of service that is credited.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "refusal",
            "graphql",
            "graphql::page",
            "grid",
            "access",
            "feed",
            "notice",
            "venue",
            "organisation",
            "organisation.volunteer"
        })
package org.wangge.organisation.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
