/// How was it voted? Ballots (表决): by show of hands, secret or online, one vote each.
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
            "meeting",
            "meeting.topic",
            "meeting.session"
        })
package org.wangge.meeting.ballot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
