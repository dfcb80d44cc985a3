package org.wangge.notice;

import java.util.List;
import java.util.UUID;

/// Something to tell somebody.
///
/// @param words what stands in the sentence of its kind: what it is about as the recipient knows it, then
///     perhaps one thing more. A word that is a constant, such as `HANDLE`, is told in the reader's
///     language. They are kept in clear: nothing personal stands in them.
public record NewNotice(Recipient to, NoticeKind kind, UUID subjectId, List<String> words) {
    public NewNotice {
        words = List.copyOf(words);
    }
}
