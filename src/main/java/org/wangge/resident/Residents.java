package org.wangge.resident;

import java.util.Collection;
import java.util.UUID;
import org.wangge.grid.Scope;
import reactor.core.publisher.Flux;

@org.springframework.stereotype.Component
public class Residents {
    public Flux<Resident> all(Collection<UUID> ids, Scope scope) {
        return Flux.empty();
    }
}
