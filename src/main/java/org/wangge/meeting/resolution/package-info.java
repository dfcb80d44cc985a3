/// What was resolved, and what became of it? Resolutions (决议): public notice, objections, tasks, feedback.
/// Projects, which stand beside deliberation and have stages for tasks, may look in; what is not for them is not
/// public.
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
            "meeting",
            "meeting.topic",
            "meeting.session",
            "meeting.ballot"
        })
package org.wangge.meeting.resolution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
