/// Whom does an issue go to? Rules by category and grid, and what they suggest (派遣).
@NullMarked
@ApplicationModule(
        allowedDependencies = {"refusal", "graphql", "graphql::page", "grid", "access", "feed", "personnel", "issue"})
package org.wangge.issue.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
