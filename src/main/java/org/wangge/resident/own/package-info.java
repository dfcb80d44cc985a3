/// What residents see of what is kept about them: their record, who looked at it, and a copy of it all.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "refusal",
            "graphql",
            "graphql::page",
            "grid",
            "feed",
            "access",
            "access::personal",
            "resident",
            "resident.correction",
            "resident.disclosure",
            "resident.request"
        })
package org.wangge.resident.own;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
