package org.wangge.meeting.ballot;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.meeting.MeetingSight;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// What people do with ballots, in the graph.
@Controller
class BallotCommands {
    private final BallotService service;
    private final VoteService voting;
    private final Ballots ballots;

    BallotCommands(BallotService service, VoteService voting, Ballots ballots) {
        this.service = service;
        this.voting = voting;
        this.ballots = ballots;
    }

    @MutationMapping
    Mono<BallotPayload> openBallot(@Argument OpenBallotInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.open(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<BallotPayload> castVote(@Argument CastVoteInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> voting.cast(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<BallotPayload> recordVote(@Argument RecordVoteInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> voting.record(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<BallotPayload> closeBallot(@Argument CloseBallotInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> service.close(input, viewer)), viewer);
    }

    private Mono<BallotPayload> payload(Mono<Outcome> outcome, Viewer viewer) {
        return outcome.flatMap(done -> ballots.find(new BallotId(done.subject()), MeetingSight.of(viewer))
                        .map(ballot -> new BallotPayload(ballot, null, done.replayed(), done.cursor()))
                        .defaultIfEmpty(new BallotPayload(null, null, done.replayed(), done.cursor())))
                .onErrorResume(Refused.class, refused -> Mono.just(BallotPayload.refused(refused.refusal())));
    }
}
