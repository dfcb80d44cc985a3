/// The proof that an issue was handled: evidence of the five kinds (五个见), its rules and waivers.
@NullMarked
@ApplicationModule(allowedDependencies = {"refusal", "graphql", "grid", "access", "personnel", "file", "issue"})
package org.wangge.issue.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
