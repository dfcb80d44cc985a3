/// Where do people meet? The venues of the grids (党群服务中心、公共空间), when they are open, and who booked them.
@NullMarked
@ApplicationModule(allowedDependencies = {"refusal", "graphql", "graphql::page", "grid", "access", "feed", "personnel"})
package org.wangge.venue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
