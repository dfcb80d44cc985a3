package org.wangge.access;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;

/// Where rights come from beside those that were granted one by one: a capability that puts people
/// in charge offers one.
public interface GrantSource {
    /// What the member holds now or in the hour to come.
    Flux<Grant> of(UUID memberId, Instant now);
}
