package org.wangge.access.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an account is signed in to with; never shown to anybody.
record Credentials(UUID accountId, String name, @Nullable String hash, boolean isDisabled, boolean hasSecondFactor) {
    @Override
    public String toString() {
        return "credentials of " + accountId;
    }
}
