/// Has somebody told of it already? Issues that are near in space, time and category, and alike (疑似重复).
@NullMarked
@ApplicationModule(allowedDependencies = {"refusal", "graphql", "graphql::page", "grid", "access", "issue"})
package org.wangge.issue.likeness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
