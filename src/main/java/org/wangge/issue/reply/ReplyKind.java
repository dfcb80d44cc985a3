package org.wangge.issue.reply;

/// What a reply comes with.
public enum ReplyKind {
    /// The closing of an issue.
    FINAL,
    /// The refusal to accept it.
    REJECTION,
    /// A direct answer.
    DIRECT
}
