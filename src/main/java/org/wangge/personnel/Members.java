package org.wangge.personnel;

import java.util.Collection;
import java.util.UUID;
import org.wangge.grid.Scope;
import reactor.core.publisher.Flux;

@org.springframework.stereotype.Component
public class Members {
    public Flux<Member> all(Collection<UUID> ids, Scope scope) {
        return Flux.empty();
    }
}
