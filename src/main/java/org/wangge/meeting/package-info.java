/// Who deliberates? Councils of grids (联席议事会), their rules and who sits in them.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"refusal", "graphql", "graphql::page", "grid", "access", "feed", "personnel", "resident"
        })
package org.wangge.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
