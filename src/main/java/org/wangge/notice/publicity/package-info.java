/// Whom did it reach? Policy publicity (政策宣传): notices, their audience as it was, and receipts.
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
            "resident",
            "notice"
        })
package org.wangge.notice.publicity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
