package org.wangge.notice;

import java.util.List;
import java.util.UUID;

/// A notice with its addressee.
record Letter(Addressee to, NoticeKind kind, UUID subjectId, List<String> words) {
    /// What there is once of.
    record Once(String name, NoticeKind kind, UUID subjectId) {}

    static Letter of(NewNotice notice, Addressee to) {
        return new Letter(to, notice.kind(), notice.subjectId(), notice.words());
    }

    Once once() {
        return new Once(to.name(), kind, subjectId);
    }
}
