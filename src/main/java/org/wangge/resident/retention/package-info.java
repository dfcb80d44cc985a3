/// How long what is personal of residents is kept.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "graphql",
            "access",
            "access::personal",
            "resident",
            "resident.correction",
            "resident.disclosure"
        })
package org.wangge.resident.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
