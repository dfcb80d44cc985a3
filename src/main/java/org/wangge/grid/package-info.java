/// Where? The one tree of grids (网格), what a viewer sees of it, and the grid of a point.
@NullMarked
@ApplicationModule(allowedDependencies = {"refusal", "graphql", "graphql::page", "kept"})
package org.wangge.grid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
