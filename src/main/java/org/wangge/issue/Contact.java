package org.wangge.issue;

import org.jspecify.annotations.Nullable;

/// How somebody can be reached who reported an issue without an account, in clear: only for a messenger
/// to send to, or after a look was noted.
public record Contact(@Nullable String name, @Nullable String phone) {
    @Override
    public String toString() {
        return new ContactInput(name, phone).toString();
    }
}
