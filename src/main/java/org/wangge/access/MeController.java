package org.wangge.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/// Who asks, in the graph.
@Controller
class MeController {
    /// The signed-in viewer, as they see themselves.
    record Me(Set<Role> roles) {}

    @QueryMapping
    @Nullable
    Me me(@ContextValue Viewer viewer) {
        return viewer.accountId() == null ? null : new Me(viewer.roles());
    }
}
