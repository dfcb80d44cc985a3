/// How does it go? Figures of a grid and its children over a period (统计).
@NullMarked
@ApplicationModule(allowedDependencies = {"refusal", "graphql", "graphql::page", "grid", "access", "feed", "issue"})
package org.wangge.issue.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
