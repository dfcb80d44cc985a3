package org.wangge.access;

import java.util.UUID;
import reactor.core.publisher.Mono;

/// Knows who is a member of staff: whoever keeps the members offers one.
public interface StaffDirectory {
    Mono<Boolean> isMember(UUID memberId);
}
