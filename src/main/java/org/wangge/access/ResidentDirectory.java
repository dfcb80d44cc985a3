package org.wangge.access;

import java.util.UUID;
import reactor.core.publisher.Mono;

/// Knows who is a resident: whoever keeps their records offers one.
public interface ResidentDirectory {
    /// The resident whose record has this number, however it is written; empty when there is none, or
    /// more than one.
    Mono<UUID> residentByPhone(String e164OrNational);
}
