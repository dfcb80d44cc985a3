/// From report to rating, move by move: who may do what to an issue now, and what comes of it.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "refusal",
            "graphql",
            "graphql::page",
            "grid",
            "access",
            "feed",
            "file",
            "notice",
            "personnel",
            "personnel.admission",
            "resident",
            "issue",
            "issue.clock",
            "issue.evidence",
            "issue.reply",
            "issue.dispatch",
            "issue.likeness"
        })
package org.wangge.issue.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
