package org.wangge.meeting.resolution;

import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;

/// Something to be done; in the grid of the topic, when none is said.
record TaskInput(
        String title,
        String description,
        String category,
        TaskForm form,
        @Nullable GridId gridId) {}
