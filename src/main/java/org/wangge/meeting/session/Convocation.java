package org.wangge.meeting.session;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.grid.Scope;
import org.wangge.meeting.CouncilRules;
import org.wangge.meeting.CouncilSeat;
import org.wangge.meeting.CouncilSeats;
import org.wangge.meeting.MeetingSight;
import org.wangge.meeting.topic.Topic;
import org.wangge.meeting.topic.TopicId;
import org.wangge.meeting.topic.TopicStatus;
import org.wangge.meeting.topic.Topics;
import org.wangge.notice.NewNotice;
import org.wangge.notice.NoticeKind;
import org.wangge.notice.Notices;
import org.wangge.notice.Recipient;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What a meeting brings with it: its topics go on, and those who sit in its council are told.
@Component
class Convocation {
    private static final MeetingSight ALL = MeetingSight.of(Scope.everywhere());
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final PlanReferences references;
    private final Chair chair;
    private final Topics topics;
    private final Telling telling;
    private final Clock clock;

    Convocation(PlanReferences references, Chair chair, Topics topics, Telling telling, Clock clock) {
        this.references = references;
        this.chair = chair;
        this.topics = topics;
        this.telling = telling;
        this.clock = clock;
    }

    Mono<CouncilRules> rules(Meeting meeting) {
        return references.rules(meeting);
    }

    /// @throws org.wangge.refusal.Refused NOT_IN_THIS_STATE when one of its topics stands elsewhere, INPUT_REJECTED
    ///     when others than those who meet have taken one on since it was planned
    Mono<Void> requireTopics(Meeting meeting, TopicStatus status) {
        return locked(meeting)
                .doOnNext(topic -> topic.require(status))
                .doOnNext(topic -> new Problems()
                        .check(
                                Objects.equals(topic.councilId(), meeting.councilId()),
                                "meetingId",
                                ProblemCode.CONTRADICTS,
                                "council")
                        .refuseIfAny())
                .then();
    }

    /// The events of those of its topics that stood there, and go on.
    Mono<List<NewEvent>> moved(
            Meeting meeting, TopicStatus from, TopicStatus to, @Nullable String reason, String actor, Instant now) {
        return locked(meeting)
                .filter(topic -> topic.status() == from)
                .concatMap(topic -> topics.move(topic, to, reason, actor, now))
                .map(topic -> topic.event(now))
                .collectList();
    }

    /// One topic of it, locked.
    Mono<Topic> topic(TopicId id) {
        return topics.lock(List.of(id.value()), ALL).next();
    }

    Mono<Topic> moved(Topic topic, TopicStatus to, String actor, Instant now) {
        return topics.move(topic, to, null, actor, now);
    }

    /// What came of the command, when those of the council were told.
    Mono<Done> told(
            Meeting meeting, MeetingNews news, NoticeKind kind, LocalDate on, List<NewEvent> events, Instant now) {
        var when = MINUTE.format(meeting.startsAt().atZone(clock.getZone()));
        return telling.members(meeting, kind, when, on, now).map(told -> {
            var all = new ArrayList<>(List.of(meeting.event(news, now)));
            all.addAll(events);
            all.addAll(told);
            return new Done(meeting.id().value(), meeting.version(), all);
        });
    }

    private Flux<Topic> locked(Meeting meeting) {
        return chair.topics(meeting)
                .flatMapMany(ids -> topics.lock(ids.stream().map(TopicId::value).toList(), ALL));
    }

    /// Tells those who sit in a council.
    @Component
    static class Telling {
        private final CouncilSeats seats;
        private final Notices notices;

        Telling(CouncilSeats seats, Notices notices) {
            this.seats = seats;
            this.notices = notices;
        }

        Mono<List<NewEvent>> members(Meeting meeting, NoticeKind kind, String when, LocalDate on, Instant now) {
            if (meeting.councilId() == null) {
                return Mono.just(List.of());
            }
            var words = List.of(meeting.title(), when);
            return seats.ofCouncils(List.of(meeting.councilId().value()), on)
                    .map(seat -> new NewNotice(
                            new Recipient.Person(actor(seat)),
                            kind,
                            meeting.id().value(),
                            words))
                    .collectList()
                    .flatMap(all -> notices.tell(all, meeting.gridKey(), String.valueOf(meeting.version()), now));
        }

        private static String actor(CouncilSeat seat) {
            return seat.memberId() != null
                    ? "member:" + seat.memberId().value()
                    : "resident:" + Objects.requireNonNull(seat.residentId()).value();
        }
    }
}
