package org.wangge.issue.reply;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// A template as it should be from now on.
///
/// @param expectedVersion the version that is changed; null for a new one
record SetReplyTemplateInput(
        UUID key,
        String code,
        @Nullable Integer expectedVersion,
        ReplyKind kind,
        String title,
        String measures,
        String result,
        boolean isActive) {
    private static final String CODE = "[A-Z][A-Z0-9_]{1,59}";
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST = 2_000;

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED
    void check() {
        new Problems()
                .check(code.matches(CODE), "code", ProblemCode.MALFORMED)
                .text("title", title, 2, LONGEST_TITLE)
                .text("measures", measures, 1, LONGEST)
                .text("result", result, 0, LONGEST)
                .refuseIfAny();
    }
}
