package org.wangge.access;

import java.util.UUID;
import reactor.core.publisher.Mono;

/// Who lives here, as far as signing in must know: offered by the capability that keeps the ledger.
public interface ResidentDirectory {
    /// The one resident who lives here with that phone; empty when there is none, or more than one.
    Mono<UUID> residentByPhone(String phone);
}
