/// What was resolved, and what became of it? Resolutions (决议): public notice, objections, tasks, feedback.
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
            "meeting",
            "meeting.topic",
            "meeting.session",
            "meeting.ballot"
        })
package org.wangge.meeting.resolution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
