package org.wangge.meeting.topic;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.meeting.MeetingSight;
import org.wangge.notice.NewNotice;
import org.wangge.notice.NoticeKind;
import org.wangge.notice.Notices;
import org.wangge.notice.Recipient;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// The rules by which topics are brought up, supported and taken on. What is against them is [Refused].
@Service
class TopicService {
    private final Commands commands;
    private final Topics topics;
    private final TopicReferences references;
    private final Notices notices;
    private final Clock clock;

    TopicService(Commands commands, Topics topics, TopicReferences references, Notices notices, Clock clock) {
        this.commands = commands;
        this.topics = topics;
        this.references = references;
        this.notices = notices;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED, LIMIT_REACHED, ID_TAKEN
    Mono<Outcome> propose(ProposeTopicInput input, Viewer viewer) {
        viewer.signedIn();
        var now = now();
        var id = new TopicId(input.id() == null ? UUID.randomUUID() : input.id());
        var work = references
                .grid(input, viewer)
                .flatMap(grid -> references
                        .proposed(id, input, grid, viewer, now)
                        .map(isNew -> {
                            if (!isNew) {
                                throw new Refused(new Refusal.IdTaken(id.toString()));
                            }
                            return new Done(
                                    id.value(),
                                    1,
                                    List.of(new NewEvent("TOPIC_PROPOSED", id.value(), 1, grid.key(), now)));
                        }));
        return commands.once(new Command(viewer.actor(), input.key(), "proposeTopic", input), now, work);
    }

    /// For whoever lives there, once each.
    ///
    /// @throws Refused INPUT_REJECTED, NOT_IN_THIS_STATE
    Mono<Outcome> support(SupportTopicInput input, Viewer viewer) {
        var now = now();
        var resident = viewer.signedIn().residentId();
        var work = found(input.topicId(), MeetingSight.of(viewer))
                .doOnNext(topic -> topic.require(
                        TopicStatus.PROPOSED, TopicStatus.ACCEPTED, TopicStatus.SCHEDULED, TopicStatus.DEFERRED))
                .flatMap(topic -> references
                        .support(topic, resident, now)
                        .map(done -> new Done(topic.id().value(), topic.version(), List.of(supported(topic, now)))));
        return commands.once(new Command(viewer.actor(), input.key(), "supportTopic", input), now, work);
    }

    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE
    Mono<Outcome> accept(AcceptTopicInput input, Viewer viewer) {
        input.check();
        var now = now();
        var work = current(input.topicId(), input.expectedVersion(), viewer)
                .doOnNext(topic -> topic.require(TopicStatus.PROPOSED, TopicStatus.DEFERRED))
                .delayUntil(topic -> references.requireCouncil(input.councilId(), topic))
                .flatMap(topic -> topics.move(
                        topic, input.councilId(), TopicStatus.ACCEPTED, input.reason(), viewer.actor(), now))
                .flatMap(topic -> told(topic, NoticeKind.TOPIC_ACCEPTED, null, now));
        return commands.once(new Command(viewer.actor(), input.key(), "acceptTopic", input), now, work);
    }

    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE
    Mono<Outcome> decline(DeclineTopicInput input, Viewer viewer) {
        input.check();
        var now = now();
        var reason = input.reason().strip();
        var work = current(input.topicId(), input.expectedVersion(), viewer)
                .doOnNext(topic -> topic.require(TopicStatus.PROPOSED, TopicStatus.ACCEPTED, TopicStatus.DEFERRED))
                .flatMap(topic -> topics.move(topic, TopicStatus.DECLINED, reason, viewer.actor(), now))
                .flatMap(topic -> told(topic, NoticeKind.TOPIC_DECLINED, reason, now));
        return commands.once(new Command(viewer.actor(), input.key(), "declineTopic", input), now, work);
    }

    private Mono<Topic> found(TopicId id, MeetingSight sight) {
        return topics.lock(List.of(id.value()), sight)
                .next()
                .switchIfEmpty(Mono.error(() -> Problems.single("topicId", ProblemCode.UNKNOWN)));
    }

    private Mono<Topic> current(TopicId id, int expected, Viewer viewer) {
        var own = MeetingSight.of(viewer.require(Right.CONVENE).scope(Right.CONVENE));
        return found(id, own).doOnNext(topic -> {
            if (topic.version() != expected) {
                throw new Refused(new Refusal.StaleVersion(expected, topic.version()));
            }
        });
    }

    /// Whoever brought it up hears of it (事事有回音).
    private Mono<Done> told(Topic topic, NoticeKind kind, @Nullable String reason, Instant now) {
        var words = reason == null ? List.of(topic.title()) : List.of(topic.title(), reason);
        var notice = new NewNotice(
                new Recipient.Person(topic.proposedBy()), kind, topic.id().value(), words);
        return notices.tell(List.of(notice), topic.gridKey(), String.valueOf(topic.version()), now)
                .map(events -> {
                    var all = new ArrayList<>(List.of(topic.event(now)));
                    all.addAll(events);
                    return new Done(topic.id().value(), topic.version(), all);
                });
    }

    private static NewEvent supported(Topic topic, Instant now) {
        return new NewEvent("TOPIC_SUPPORTED", topic.id().value(), topic.version(), topic.gridKey(), now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
