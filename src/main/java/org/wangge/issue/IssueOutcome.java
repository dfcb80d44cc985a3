package org.wangge.issue;

import java.util.Arrays;
import java.util.stream.Collectors;

/// What came of an issue.
public enum IssueOutcome {
    RESOLVED,
    PARTLY_RESOLVED,
    EXPLAINED,
    REFERRED_OUT,
    UNFOUNDED,
    WITHDRAWN,
    DUPLICATE;

    /// Whether those who handle or answer it say so; the others follow from other moves.
    public boolean isOfWork() {
        return this != WITHDRAWN && this != DUPLICATE;
    }

    /// The outcomes of handling and of answering, in a line.
    public static String ofWork() {
        return Arrays.stream(values())
                .filter(IssueOutcome::isOfWork)
                .map(Enum::name)
                .collect(Collectors.joining(", "));
    }
}
