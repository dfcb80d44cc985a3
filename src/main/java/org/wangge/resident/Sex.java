package org.wangge.resident;

/// The sex as the national code has it (GB/T 2261.1).
public enum Sex {
    UNKNOWN,
    MALE,
    FEMALE,
    NOT_STATED
}
