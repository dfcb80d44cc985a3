package org.wangge.access;

import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Flux;

/// Who serves, as anybody may know it: offered by the capability that keeps the members.
public interface StaffCards {
    /// Those of the members that there are, wherever they serve.
    Flux<StaffCard> of(Collection<UUID> members);
}
