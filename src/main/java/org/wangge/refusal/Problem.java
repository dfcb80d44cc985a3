package org.wangge.refusal;

import java.util.List;

/// One thing wrong with one field of an input: `path` as the caller wrote it (`title`, `point.longitude`).
public record Problem(String path, ProblemCode code, List<Object> words) {
    public Problem {
        words = List.copyOf(words);
    }

    public static Problem of(String path, ProblemCode code, Object... words) {
        return new Problem(path, code, List.of(words));
    }
}
