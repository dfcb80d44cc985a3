/// How do we ask PostgreSQL? The client that everybody asks through, with as little as possible between.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.wangge.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
