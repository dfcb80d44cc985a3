package org.wangge.access.personal;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The change of keys, in the graph.
@Controller
class KeyController {
    private final KeyService service;
    private final Rotations rotations;

    KeyController(KeyService service, Rotations rotations) {
        this.service = service;
        this.rotations = rotations;
    }

    @QueryMapping
    Mono<KeyRotation> keyRotation(@ContextValue Viewer viewer) {
        return service.latest(viewer);
    }

    @MutationMapping
    Mono<RotateKeysPayload> rotateKeys(@Argument RotateKeysInput input, @ContextValue Viewer viewer) {
        return service.rotate(input, viewer)
                .map(RotateKeysPayload::done)
                .onErrorResume(Refused.class, refused -> Mono.just(RotateKeysPayload.refused(refused.refusal())));
    }

    @SchemaMapping
    Mono<KeyRotation> rotation(RotateKeysPayload payload) {
        return Mono.justOrEmpty(payload.id()).flatMap(rotations::find);
    }
}
