package org.wangge.personnel;

import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Knows what matters can be about: whoever keeps their categories offers one.
public interface MatterCategories {
    /// The code followed by that of its class; empty when there is no such category.
    Mono<List<String>> lineage(String code);

    /// Those of the codes that are categories or classes.
    Flux<String> known(Collection<String> codes);
}
