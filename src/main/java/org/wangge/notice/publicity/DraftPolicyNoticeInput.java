package org.wangge.notice.publicity;

import java.util.UUID;
import org.wangge.grid.GridId;
import org.wangge.refusal.Problems;

/// A notice that is about to be.
record DraftPolicyNoticeInput(UUID key, GridId gridId, String title, String body, PolicyAudience audience) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_BODY = 10_000;

    Problems problems() {
        return problems(title, body, audience);
    }

    static Problems problems(String title, String body, PolicyAudience audience) {
        return audience.check(
                new Problems().text("title", title, 2, LONGEST_TITLE).text("body", body, 2, LONGEST_BODY));
    }
}
