/// Who is it? Accounts, how people sign in to them, and who administers them.
@NullMarked
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {"refusal", "graphql", "graphql::page", "grid", "feed", "access", "access::personal"})
package org.wangge.access.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
