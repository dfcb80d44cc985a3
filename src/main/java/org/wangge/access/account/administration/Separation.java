package org.wangge.access.account.administration;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wangge.access.Role;
import org.wangge.access.account.Account;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Keeps the three administrators (三员) apart: from each other, from members of staff and from
/// residents; and keeps one of each who can act.
@Component
class Separation {
    private final Grants grants;

    Separation(Grants grants) {
        this.grants = grants;
    }

    /// @throws Refused ROLES_APART
    Mono<Void> require(Role role, Account account, Instant now) {
        return grants.lasting(account.id().value(), now)
                .map(GrantedRole::role)
                .distinct()
                .filter(held -> held != role && (held.isAdministrator() || role.isAdministrator()))
                .map(Role::name)
                .collectList()
                .map(held -> role.isAdministrator() ? withPerson(held, account) : held)
                .filter(held -> !held.isEmpty())
                .flatMap(held -> Mono.error(new Refused(new Refusal.RolesApart(role.name(), held))));
    }

    /// @throws Refused LAST_ADMINISTRATOR when nobody else could act in a role that the account holds
    Mono<Void> requireAnother(Account account, Instant now) {
        return grants.lasting(account.id().value(), now)
                .concatMap(grant -> requireAnother(grant, now))
                .then();
    }

    /// @throws Refused LAST_ADMINISTRATOR
    Mono<Void> requireAnother(GrantedRole grant, Instant now) {
        if (grant.role() != Role.SYSTEM_ADMIN && grant.role() != Role.SECURITY_ADMIN) {
            return Mono.empty();
        }
        return grants.others(grant.role(), grant.accountId(), now)
                .filter(others -> others == 0)
                .flatMap(none -> Mono.error(
                        new Refused(new Refusal.LastAdministrator(grant.role().name()))));
    }

    /// What somebody is assigned to brings roles, today or later.
    private static List<String> withPerson(List<String> held, Account account) {
        if (account.memberUuid() == null && account.kind() == Account.AccountKind.STAFF) {
            return held;
        }
        var person = account.memberUuid() == null ? "RESIDENT" : "MEMBER";
        return java.util.stream.Stream.concat(held.stream(), java.util.stream.Stream.of(person))
                .toList();
    }
}
