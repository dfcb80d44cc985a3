/// What changed? The event log that is the bus: commands that happen once, streams without gaps,
/// and whoever listens.
@NullMarked
@ApplicationModule(allowedDependencies = {"refusal", "graphql", "graphql::page", "kept", "grid"})
package org.wangge.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
