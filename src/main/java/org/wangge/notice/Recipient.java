package org.wangge.notice;

import java.util.UUID;
import org.wangge.access.Role;
import org.wangge.grid.GridKey;

/// Whom a notice is for; who that is, is found out when it is told.
public sealed interface Recipient {
    /// One person as commands name them: `account:…`, `member:…` or `resident:…`. Whoever is nobody
    /// in particular (`anonymous`, `timer`) is told nothing.
    record Person(String actor) implements Recipient {}

    /// Whoever has the account.
    record Account(UUID id) implements Recipient {}

    /// The phone that somebody without an account left with an issue.
    record Phone(UUID issueId) implements Recipient {}

    /// Everybody who holds the role at a grid now: on shift, by assignment or by grant, there or above.
    record Post(Role role, GridKey at) implements Recipient {}

    /// Everybody who belongs to a department.
    record Office(UUID departmentId) implements Recipient {}
}
