/// What is built for everybody? Livelihood projects (民生实事), from a wish that many share to what was built, measured and
/// accepted. Wishes come from topics, too, and stages are for what was resolved: so it depends on deliberation.
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
            "file",
            "issue",
            "meeting",
            "meeting.topic",
            "meeting.resolution"
        })
package org.wangge.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
