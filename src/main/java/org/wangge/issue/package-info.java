/// From report to rating: issues (诉求、事件), their moves and their timeline.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "refusal",
            "graphql",
            "graphql::page",
            "kept",
            "grid",
            "access",
            "access::personal",
            "feed",
            "personnel",
            "resident",
            "file"
        })
package org.wangge.issue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
