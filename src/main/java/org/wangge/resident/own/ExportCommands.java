package org.wangge.resident.own;

import graphql.GraphQLContext;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.OncePerDocument;
import org.wangge.access.Viewer;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// A copy of one's own record, in the graph: one per document.
@Controller
class ExportCommands {
    private final OncePerDocument once;
    private final ExportService service;

    ExportCommands(OncePerDocument once, ExportService service) {
        this.once = once;
        this.service = service;
    }

    @MutationMapping
    Mono<ExportPayload> exportMyRecord(
            @Argument ExportMyRecordInput input, @ContextValue Viewer viewer, GraphQLContext context) {
        once.pass(context);
        return Mono.defer(() -> service.export(input, viewer))
                .onErrorResume(Refused.class, refused -> Mono.just(ExportPayload.refused(refused.refusal())));
    }
}
