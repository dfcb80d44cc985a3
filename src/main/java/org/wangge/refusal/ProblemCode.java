package org.wangge.refusal;

/// What can be wrong with a field; the names are part of the public contract.
public enum ProblemCode {
    REQUIRED,
    TOO_SHORT,
    TOO_LONG,
    UNPRINTABLE,
    OUT_OF_RANGE,
    UNKNOWN,
    WRONG_LEVEL,
    IN_THE_FUTURE,
    NOT_IN_ORDER,
    NO_GRID_HERE,
    DUPLICATE,
    MALFORMED,
    TOO_COMMON,
    CONTAINS_NAME,
    SAME_AS_BEFORE,
    CONTRADICTS,
    NOT_ALLOWED,
    TOO_EARLY,
    TOO_LATE,
    TOO_FAR,
    NOT_SIGNED_YET,
    TEMPLATE_ONLY,
    TOO_OFTEN,
    SECOND_PERSON,
    ENDED,
    TOO_YOUNG
}
