package org.wangge.project;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;

/// Which projects a list holds; what is null does not limit.
public record ProjectFilter(
        @Nullable GridId within,
        @Nullable List<ProjectStatus> status,
        @Nullable List<ProjectKind> kind) {
    static final ProjectFilter NONE = new ProjectFilter(null, null, null);
}
