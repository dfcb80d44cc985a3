/// What did they answer, and were people content? Replies (回复) with their templates, ratings (满意度评价)
/// and callbacks (回访).
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
            "notice",
            "issue"
        })
package org.wangge.issue.reply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
