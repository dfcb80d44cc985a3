/// Who asks, and what may they see? The viewer of a request, and the nodes of the graph it reaches.
@NullMarked
@ApplicationModule(allowedDependencies = {"refusal", "graphql", "graphql::page", "grid", "feed"})
package org.wangge.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
