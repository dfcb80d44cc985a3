/// How does it travel? Ids, scalars, errors, documents and pages of the graph.
@NullMarked
@ApplicationModule(allowedDependencies = "refusal")
package org.wangge.graphql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
