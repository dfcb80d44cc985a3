package org.wangge.access.account.phone;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.wangge.access.ResidentDirectory;
import org.wangge.access.account.AccessAct;
import org.wangge.access.account.Door;
import org.wangge.access.account.SessionTokens;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Lets in whoever showed that a phone is theirs, and binds their account to the record that has
/// its number.
@Component
public class ResidentDoor {
    private final PhoneAccounts accounts;
    private final ObjectProvider<ResidentDirectory> residents;
    private final Door door;
    private final Clock clock;

    ResidentDoor(PhoneAccounts accounts, ObjectProvider<ResidentDirectory> residents, Door door, Clock clock) {
        this.accounts = accounts;
        this.residents = residents;
        this.door = door;
        this.clock = clock;
    }

    /// @throws Refused CREDENTIALS_REJECTED when the account is shut
    public Mono<SessionTokens> open(AccessAct act, Phone phone, @Nullable String address) {
        return account(phone).flatMap(id -> door.open(new Door.Entry(act, id, false, address)));
    }

    /// The account of a phone, made at its first use.
    public Mono<UUID> account(Phone phone) {
        return accounts.of(phone, now())
                .filter(found -> !found.isDisabled())
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.CredentialsRejected())))
                .map(PhoneAccounts.Found::id)
                .delayUntil(id -> bound(id, phone));
    }

    private Mono<Void> bound(UUID account, Phone phone) {
        return Mono.justOrEmpty(residents.getIfAvailable())
                .flatMap(directory -> directory.residentByPhone(phone.e164()))
                .flatMap(resident -> accounts.bind(account, resident).thenReturn(true))
                .switchIfEmpty(accounts.unbind(account).thenReturn(false))
                .then();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
