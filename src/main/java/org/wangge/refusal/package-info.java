/// How do we say no? Refusals that are data, faults that are errors, and their words in two languages.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.wangge.refusal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
