/// What may grid staff be given to do? The duty list (准入清单).
@NullMarked
@ApplicationModule(allowedDependencies = {"refusal", "graphql", "graphql::page", "grid", "access", "feed", "personnel"})
package org.wangge.personnel.admission;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
