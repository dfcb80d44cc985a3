/// How much do they do? The figures of the society of a grid: organisations, agencies, and who helps.
@NullMarked
@ApplicationModule(allowedDependencies = {"refusal", "graphql", "grid", "organisation", "organisation.volunteer"})
package org.wangge.organisation.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
