/// What residents ask about their own records, and what is decided.
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
            "resident.correction"
        })
package org.wangge.resident.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
