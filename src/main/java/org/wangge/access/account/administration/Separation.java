package org.wangge.access.account.administration;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.wangge.access.Role;
import org.wangge.access.account.Account;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Keeps the three administrators (三员) apart: from each other, from members of staff and from
/// residents; and keeps one of each who can act.
@Component
class Separation {
    /// What people may be whom nobody knows but by their phone.
    private static final Set<Role> NEIGHBOURLY = EnumSet.of(Role.VOLUNTEER, Role.AGENCY_STAFF);

    private final Grants grants;

    Separation(Grants grants) {
        this.grants = grants;
    }

    /// @throws Refused ROLES_APART
    Mono<Void> require(Role role, Account account, Instant now) {
        if (account.kind() == Account.AccountKind.RESIDENT && !NEIGHBOURLY.contains(role)) {
            return Mono.error(apart(role, List.of("RESIDENT")));
        }
        return grants.lasting(account.id().value(), now)
                .map(GrantedRole::role)
                .distinct()
                .filter(held -> held != role && (held.isAdministrator() || role.isAdministrator()))
                .map(Role::name)
                .collectList()
                .map(held -> role.isAdministrator() ? withPerson(held, account) : held)
                .filter(held -> !held.isEmpty())
                .flatMap(held -> Mono.error(apart(role, held)));
    }

    /// A new password of somebody's account lets whoever asked for it in. An administrator who has no
    /// second factor yet could be taken over by it.
    ///
    /// @throws Refused ROLES_APART; INPUT_REJECTED when the account has no name to sign in with
    Mono<Void> requireOutOfReach(Account account, Instant now) {
        if (account.name() == null) {
            return Mono.error(Problems.single("accountId", ProblemCode.UNKNOWN));
        }
        return grants.lasting(account.id().value(), now)
                .map(GrantedRole::role)
                .filter(held -> held.isAdministrator() && !account.hasSecondFactor())
                .next()
                .flatMap(held -> Mono.error(apart(Role.SYSTEM_ADMIN, List.of(held.name()))));
    }

    /// @throws Refused LAST_ADMINISTRATOR when nobody else could act in a role that the account holds
    Mono<Void> requireAnother(Account account, Instant now) {
        return grants.lasting(account.id().value(), now)
                .concatMap(grant -> requireAnother(grant, now))
                .then();
    }

    /// @throws Refused LAST_ADMINISTRATOR
    Mono<Void> requireAnother(GrantedRole grant, Instant now) {
        if (!grant.role().isAdministrator()) {
            return Mono.empty();
        }
        return grants.others(grant.role(), grant.accountId(), now)
                .filter(others -> others == 0)
                .flatMap(none -> Mono.error(
                        new Refused(new Refusal.LastAdministrator(grant.role().name()))));
    }

    private static Refused apart(Role role, List<String> held) {
        return new Refused(new Refusal.RolesApart(role.name(), held));
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
