package org.wangge.refusal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Collects everything that is wrong with an input, so that the caller hears of all of it at once.
public final class Problems {
    /// How long a remark may be: a reason, a basis.
    public static final int REMARK = 500;

    private final List<Problem> found = new ArrayList<>();

    public Problems add(String path, ProblemCode code, Object... words) {
        found.add(Problem.of(path, code, words));
        return this;
    }

    /// Notes the problem unless all is right.
    public Problems check(boolean isRight, String path, ProblemCode code, Object... words) {
        return isRight ? this : add(path, code, words);
    }

    /// The text without blanks around it must have `least` to `most` characters (code points).
    public Problems text(String path, @Nullable String text, int least, int most) {
        var length =
                text == null ? 0 : text.strip().codePointCount(0, text.strip().length());
        if (length < least) {
            add(path, length == 0 ? ProblemCode.REQUIRED : ProblemCode.TOO_SHORT, least, length);
        } else if (length > most) {
            add(path, ProblemCode.TOO_LONG, most, length);
        }
        return this;
    }

    /// The time must not lie after the latest that can be meant.
    public Problems notAfter(String path, @Nullable Instant at, Instant latest) {
        return check(at == null || !at.isAfter(latest), path, ProblemCode.IN_THE_FUTURE);
    }

    /// @throws Refused INPUT_REJECTED when there are any
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw new Refused(new Refusal.InputRejected(found));
        }
    }

    public static Refused single(String path, ProblemCode code, Object... words) {
        return new Refused(new Refusal.InputRejected(List.of(Problem.of(path, code, words))));
    }
}
