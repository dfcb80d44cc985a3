package org.wangge.project;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Refusal;

/// What became of a command on a project.
record ProjectPayload(
        @Nullable LivelihoodProject project,
        @Nullable Refusal refusal,
        boolean replayed,
        @Nullable String cursor) {
    static ProjectPayload refused(Refusal refusal) {
        return new ProjectPayload(null, refusal, false, null);
    }
}
