package org.wangge.meeting.topic;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.grid.Grid;
import org.wangge.issue.PutOff;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The rules by which an issue is referred to a council (提交议事): it is put off, as the flow of issues has it,
/// and brought up as a topic of the council, both or neither.
@Service
class ReferralService {
    private final Commands commands;
    private final ReferralReferences references;
    private final Proposals proposals;
    private final PutOff putOff;
    private final Clock clock;

    ReferralService(Commands commands, ReferralReferences references, Proposals proposals, PutOff putOff, Clock clock) {
        this.commands = commands;
        this.references = references;
        this.proposals = proposals;
        this.putOff = putOff;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED, STALE_VERSION of the issue, ID_TAKEN, and whatever stands against agreeing to
    ///     put it off: MOVE_NOT_ALLOWED, NOT_YOUR_MOVE, NOTHING_PENDING, SELF_VERIFICATION
    Mono<Outcome> refer(ReferIssueInput input, Viewer viewer) {
        viewer.require(Right.MEETINGS);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = new TopicId(input.id() == null ? UUID.randomUUID() : input.id());
        var work = references.grid(input, viewer).flatMap(grid -> referred(id, input, grid, viewer, now));
        return commands.once(new Command(viewer.actor(), input.key(), "referIssue", input), now, work);
    }

    private Mono<Done> referred(TopicId id, ReferIssueInput input, Grid grid, Viewer viewer, Instant now) {
        var note = input.note().strip();
        return putOff.toDeliberation(input.issueId(), input.expectedVersion(), note, viewer, now)
                .delayUntil(done -> proposals
                        .insert(id, input.topic(grid.id()), grid, input.councilId(), viewer, now)
                        .filter(isNew -> isNew)
                        .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.IdTaken(id.toString())))))
                .map(done -> {
                    var events = new ArrayList<>(done.events());
                    events.add(new NewEvent("TOPIC_PROPOSED", id.value(), 1, grid.key(), now));
                    return new Done(id.value(), 1, events);
                });
    }
}
