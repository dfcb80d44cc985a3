package org.wangge.notice.publicity;

/// How a notice came to somebody.
enum ReceiptKind {
    /// They opened it themselves.
    READ,
    /// Somebody who serves the grid told them.
    TOLD_IN_PERSON
}
