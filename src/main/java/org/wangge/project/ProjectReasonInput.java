package org.wangge.project;

import java.util.UUID;
import org.wangge.refusal.Problems;

/// Which project is put off or given up, and why.
public record ProjectReasonInput(UUID key, ProjectId projectId, int expectedVersion, String reason) {
    Problems problems() {
        return new Problems().text("reason", reason, 1, Problems.REMARK);
    }
}
