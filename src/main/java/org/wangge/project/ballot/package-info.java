/// Which of them first? Recommendation ballots (票荐): the residents' representatives choose so many of the projects on
/// the
/// short list.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"refusal", "graphql", "graphql::page", "grid", "access", "feed", "resident", "project"})
package org.wangge.project.ballot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
