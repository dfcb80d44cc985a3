package org.wangge.issue.reply;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Texts to begin replies with, in the graph: for the staff.
@Controller
class TemplateController {
    private final ReplyTemplates templates;
    private final TemplateService service;

    TemplateController(ReplyTemplates templates, TemplateService service) {
        this.templates = templates;
        this.service = service;
    }

    @QueryMapping
    Mono<List<ReplyTemplate>> replyTemplates(
            @Argument @Nullable ReplyKind kind, @Argument boolean isActive, @ContextValue Viewer viewer) {
        if (!Insight.isStaff(viewer.signedIn())) {
            throw new Fault(FaultCode.NOT_PERMITTED);
        }
        return templates
                .all(isActive)
                .filter(template -> kind == null || template.kind() == kind)
                .collectList();
    }

    @MutationMapping
    Mono<TemplatePayload> setReplyTemplate(@Argument SetReplyTemplateInput input, @ContextValue Viewer viewer) {
        return Mono.defer(() -> service.set(input, viewer))
                .map(outcome -> new TemplatePayload(input.code(), null, outcome.replayed(), outcome.cursor()))
                .onErrorResume(Refused.class, refused -> Mono.just(TemplatePayload.refused(refused.refusal())));
    }

    @SchemaMapping(typeName = "ReplyTemplatePayload")
    Mono<ReplyTemplate> template(TemplatePayload payload) {
        return Mono.justOrEmpty(payload.code()).flatMap(templates::find);
    }
}
