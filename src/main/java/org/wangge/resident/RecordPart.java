package org.wangge.resident;

import reactor.core.publisher.Mono;

/// What another capability keeps about a resident: it goes into the copy that residents can ask for.
public interface RecordPart {
    /// What it is called there, such as `issues`.
    String name();

    /// As it can be written in JSON.
    Mono<Object> about(ResidentId resident, String actor);
}
