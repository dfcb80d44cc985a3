/// What is deliberated on? Topics (议题) from issues, residents, projects and cadres.
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
            "personnel",
            "resident",
            "issue",
            "meeting"
        })
package org.wangge.meeting.topic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
