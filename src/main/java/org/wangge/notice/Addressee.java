package org.wangge.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom a recipient turned out to be.
///
/// @param name what the notification is kept under: `account:…`, or `member:…` and `resident:…` of
///     somebody without one, or `phone:…` of an issue
record Addressee(String name, @Nullable UUID accountId) {
    static Addressee account(UUID id) {
        return new Addressee("account:" + id, id);
    }
}
