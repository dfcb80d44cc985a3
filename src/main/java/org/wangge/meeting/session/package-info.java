/// Who met when about what? Meetings (会议): notice, agenda, sign-in, quorum and minutes.
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
            "venue",
            "personnel",
            "resident",
            "meeting",
            "meeting.topic"
        })
package org.wangge.meeting.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
