package org.wangge.issue.reply;

import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Problems;

/// What came of calling somebody back (回访).
public record CallbackInput(
        CallbackOutcome outcome, @Nullable String note) {
    Problems problems(String path) {
        return new Problems().text(path + ".note", note, 0, Problems.REMARK);
    }
}
