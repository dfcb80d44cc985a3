/// Who looked at whose personal values, why, and how often they may: the only way to clear text.
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
package org.wangge.resident.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
