package org.wangge.meeting;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// What people do with councils, in the graph.
@Controller
class CouncilCommands {
    private final CouncilService service;
    private final SeatService seating;
    private final Councils councils;

    CouncilCommands(CouncilService service, SeatService seating, Councils councils) {
        this.service = service;
        this.seating = seating;
        this.councils = councils;
    }

    @MutationMapping
    Mono<CouncilPayload> foundCouncil(@Argument FoundCouncilInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.found(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<CouncilPayload> changeCouncil(@Argument ChangeCouncilInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.change(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<CouncilPayload> dissolveCouncil(@Argument DissolveCouncilInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.dissolve(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<CouncilPayload> seatCouncilMember(@Argument SeatCouncilMemberInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> seating.seat(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<CouncilPayload> endCouncilSeat(@Argument EndCouncilSeatInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> seating.end(input, viewer)), viewer);
    }

    private Mono<CouncilPayload> payload(Mono<Outcome> outcome, Viewer viewer) {
        return outcome.flatMap(done -> councils.find(new CouncilId(done.subject()), MeetingSight.of(viewer))
                        .map(council -> new CouncilPayload(council, null, done.replayed(), done.cursor()))
                        .defaultIfEmpty(new CouncilPayload(null, null, done.replayed(), done.cursor())))
                .onErrorResume(Refused.class, refused -> Mono.just(CouncilPayload.refused(refused.refusal())));
    }
}
