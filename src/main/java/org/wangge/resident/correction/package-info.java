/// How a resident's record is kept right: corrected, confirmed, and looked through for gaps.
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
            "resident"
        })
package org.wangge.resident.correction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
