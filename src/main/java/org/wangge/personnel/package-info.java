/// Who serves a grid? Members, what they are in charge of and when, and the posts of the command centre.
@NullMarked
@ApplicationModule(allowedDependencies = {"refusal", "graphql", "graphql::page", "kept", "grid", "access", "feed"})
package org.wangge.personnel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
