/// What is deliberated on? Topics (议题) from issues, residents, projects and cadres. Projects, which
/// stand beside deliberation and come from topics, may look in; what is not for them is not public.
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
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
