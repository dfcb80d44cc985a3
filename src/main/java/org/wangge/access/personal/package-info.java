/// Personal values at rest: sealed cells, blind indexes to find them by, and the keys of both.
@NullMarked
@NamedInterface("personal")
package org.wangge.access.personal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
