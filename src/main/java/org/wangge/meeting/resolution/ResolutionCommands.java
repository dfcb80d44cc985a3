package org.wangge.meeting.resolution;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import reactor.core.publisher.Mono;

/// What people do with resolutions, in the graph. What was put off for it has come back when the answer
/// is here.
@Controller
class ResolutionCommands {
    private final AdoptionService adopting;
    private final ObjectionService objecting;
    private final ImplementationService implementing;
    private final FeedbackService telling;
    private final ResolutionDesk desk;

    ResolutionCommands(
            AdoptionService adopting,
            ObjectionService objecting,
            ImplementationService implementing,
            FeedbackService telling,
            ResolutionDesk desk) {
        this.adopting = adopting;
        this.objecting = objecting;
        this.implementing = implementing;
        this.telling = telling;
        this.desk = desk;
    }

    @MutationMapping
    Mono<ResolutionPayload> adoptResolution(@Argument AdoptResolutionInput input, @ContextValue Viewer viewer) {
        return desk.answerAndReturn(Mono.defer(() -> adopting.adopt(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<ResolutionPayload> objectToResolution(@Argument ObjectToResolutionInput input, @ContextValue Viewer viewer) {
        return answer(Mono.defer(() -> objecting.object(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<ResolutionPayload> answerObjection(@Argument AnswerObjectionInput input, @ContextValue Viewer viewer) {
        return answer(Mono.defer(() -> objecting.answer(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<ResolutionPayload> implementResolution(@Argument ResolutionStepInput input, @ContextValue Viewer viewer) {
        return desk.answerAndReturn(Mono.defer(() -> implementing.implement(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<ResolutionPayload> completeResolution(@Argument ResolutionStepInput input, @ContextValue Viewer viewer) {
        return answer(Mono.defer(() -> implementing.complete(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<ResolutionPayload> feedBackResolution(@Argument FeedBackResolutionInput input, @ContextValue Viewer viewer) {
        return answer(Mono.defer(() -> telling.feedBack(input, viewer)), viewer);
    }

    private Mono<ResolutionPayload> answer(Mono<Outcome> outcome, Viewer viewer) {
        return desk.answer(outcome, viewer);
    }
}
