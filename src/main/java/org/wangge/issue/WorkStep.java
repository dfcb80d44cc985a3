package org.wangge.issue;

/// The seven steps of the work (七步工作法).
public enum WorkStep {
    COLLECT,
    REGISTER,
    DISPATCH,
    HANDLE,
    FEEDBACK,
    VERIFY,
    EVALUATE
}
