/// On one machine: the PostgreSQL that comes with the server, and the box at the end of the start.
@NullMarked
@ApplicationModule(displayName = "Local")
package org.wangge.local;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
