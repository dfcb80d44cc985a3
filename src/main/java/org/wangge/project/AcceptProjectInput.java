package org.wangge.project;

import java.util.UUID;
import org.wangge.refusal.Problems;

/// Whether what was built is accepted, and what there is to say about it.
public record AcceptProjectInput(UUID key, ProjectId projectId, int expectedVersion, boolean isAccepted, String note) {
    Problems problems() {
        return new Problems().text("note", note, 1, Problems.REMARK);
    }
}
