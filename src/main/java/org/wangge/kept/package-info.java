/// What is kept at hand? Small tables that everybody reads and few change, whole in the memory of each node.
@NullMarked
@ApplicationModule(allowedDependencies = "graphql")
package org.wangge.kept;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
