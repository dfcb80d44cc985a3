package org.wangge.notice;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.wangge.access.Viewer;
import org.wangge.graphql.page.Conditions;

/// The names under which notifications are kept for somebody: their account's, and those of the member
/// or resident that they are, from before there was an account.
record Mailbox(UUID accountId, String[] names) {
    /// @throws org.wangge.refusal.Fault SIGN_IN_REQUIRED
    static Mailbox of(Viewer viewer) {
        var account = Objects.requireNonNull(viewer.signedIn().accountId());
        var names = Stream.of(
                        "account:" + account,
                        name("member:", viewer.memberId()),
                        name("resident:", viewer.residentId()))
                .filter(name -> !name.isEmpty())
                .toArray(String[]::new);
        return new Mailbox(account, names);
    }

    /// Of `notification n`.
    Conditions notifications() {
        return new Conditions().and("n.recipient = any(:mailbox)", "mailbox", names);
    }

    private static String name(String kind, @org.jspecify.annotations.Nullable UUID id) {
        return id == null ? "" : kind + id;
    }
}
