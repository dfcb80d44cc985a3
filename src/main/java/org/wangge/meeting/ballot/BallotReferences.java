package org.wangge.meeting.ballot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wangge.grid.Scope;
import org.wangge.meeting.Council;
import org.wangge.meeting.CouncilRules;
import org.wangge.meeting.Councils;
import org.wangge.meeting.MeetingSight;
import org.wangge.meeting.session.Meeting;
import org.wangge.meeting.session.MeetingStatus;
import org.wangge.meeting.session.Meetings;
import org.wangge.meeting.topic.Topic;
import org.wangge.meeting.topic.TopicStatus;
import org.wangge.meeting.topic.Topics;
import org.wangge.refusal.ProblemCode;
import reactor.core.publisher.Mono;

/// What a ballot refers to: its topic, the meeting that it is held in, and the rules of the council.
@Component
class BallotReferences {
    private final Topics topics;
    private final Meetings meetings;
    private final Councils councils;

    BallotReferences(Topics topics, Meetings meetings, Councils councils) {
        this.topics = topics;
        this.meetings = meetings;
        this.councils = councils;
    }

    /// A new ballot, when all is as it has to be. The meeting is held before its topic, as it is by those who
    /// lead it.
    ///
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED with everything that is wrong, NOT_IN_THIS_STATE
    Mono<Ballot> ballot(BallotId id, OpenBallotInput input, MeetingSight own, Instant now) {
        return meeting(input, own)
                .zipWhen(meeting -> topic(input, own))
                .doOnNext(found -> check(input, found.getT2(), found.getT1(), now))
                .flatMap(found -> rules(found.getT2().orElseThrow())
                        .map(rules -> ballot(id, input, found.getT2().orElseThrow(), rules, now)));
    }

    private Mono<Optional<Meeting>> meeting(OpenBallotInput input, MeetingSight own) {
        return input.meetingId() == null
                ? Mono.just(Optional.empty())
                : meetings.hold(input.meetingId(), own)
                        .filterWhen(meeting -> meetings.isAbout(meeting.id(), input.topicId()))
                        .singleOptional();
    }

    private Mono<Optional<Topic>> topic(OpenBallotInput input, MeetingSight own) {
        return topics.lock(List.of(input.topicId().value()), own).next().singleOptional();
    }

    private static void check(OpenBallotInput input, Optional<Topic> topic, Optional<Meeting> meeting, Instant now) {
        input.problems(now)
                .check(topic.isPresent(), "topicId", ProblemCode.UNKNOWN)
                .check(input.meetingId() == null || meeting.isPresent(), "meetingId", ProblemCode.UNKNOWN)
                .check(
                        topic.isEmpty() || topic.get().councilId() == null || input.voteBy() == null,
                        "voteBy",
                        ProblemCode.CONTRADICTS,
                        "council")
                .refuseIfAny();
        meeting.ifPresent(one -> one.require(MeetingStatus.IN_SESSION));
        if (meeting.isPresent()) {
            topic.orElseThrow().require(TopicStatus.SCHEDULED, TopicStatus.DISCUSSED);
        } else {
            topic.orElseThrow().require(TopicStatus.ACCEPTED, TopicStatus.SCHEDULED, TopicStatus.DISCUSSED);
        }
    }

    private Mono<CouncilRules> rules(Topic topic) {
        return topic.councilId() == null
                ? Mono.just(CouncilRules.USUAL)
                : councils.find(topic.councilId(), MeetingSight.of(Scope.everywhere()))
                        .map(Council::rules);
    }

    private static Ballot ballot(BallotId id, OpenBallotInput input, Topic topic, CouncilRules rules, Instant now) {
        return new Ballot(
                id,
                topic.gridId(),
                topic.gridKey(),
                topic.councilId(),
                topic.id(),
                input.meetingId(),
                input.method(),
                input.voteBy() == null ? rules.voteBy() : input.voteBy(),
                topic.options(),
                rules.threshold(),
                input.from(now),
                input.closesAt(),
                null,
                null,
                1);
    }
}
