package org.wangge.personnel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Problem;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;

/// Collects all that is wrong with an input, so that the caller hears it at once.
final class Problems {
    private static final int LONGEST_TEXT = 500;

    private final List<Problem> found = new ArrayList<>();

    Problems check(boolean isRight, String path, ProblemCode code, Object... words) {
        if (!isRight) {
            found.add(Problem.of(path, code, words));
        }
        return this;
    }

    Problems checkText(String path, @Nullable String text) {
        var length = text == null ? 0 : text.codePointCount(0, text.length());
        return check(length <= LONGEST_TEXT, path, ProblemCode.TOO_LONG, LONGEST_TEXT, length);
    }

    /// @throws Refused INPUT_REJECTED when something is wrong
    void refuse() {
        if (!found.isEmpty()) {
            throw new Refused(new Refusal.InputRejected(found));
        }
    }
}
