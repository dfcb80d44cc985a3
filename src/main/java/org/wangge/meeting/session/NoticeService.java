package org.wangge.meeting.session;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.meeting.CouncilRules;
import org.wangge.meeting.topic.TopicStatus;
import org.wangge.notice.NoticeKind;
import org.wangge.refusal.MeetingRefusal;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Tells people beforehand when they meet and what about (会前公告), and that they do not.
@Service
class NoticeService {
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int CODE_LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Commands commands;
    private final Chair chair;
    private final MeetingSteps steps;
    private final Convocation convocation;
    private final Clock clock;

    NoticeService(Commands commands, Chair chair, MeetingSteps steps, Convocation convocation, Clock clock) {
        this.commands = commands;
        this.chair = chair;
        this.steps = steps;
        this.convocation = convocation;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE also of a topic, NOTICE_TOO_SHORT
    Mono<Outcome> notice(NoticeMeetingInput input, Viewer viewer) {
        input.check();
        var now = now();
        var work = chair.current(input.meetingId(), input.expectedVersion(), viewer)
                .doOnNext(meeting -> meeting.require(MeetingStatus.DRAFT))
                .delayUntil(meeting -> convocation.rules(meeting).doOnNext(rules -> check(input, meeting, rules, now)))
                .flatMap(meeting -> steps.notice(
                        meeting,
                        input.content().strip(),
                        input.emergencyReason() == null
                                ? null
                                : input.emergencyReason().strip(),
                        code(),
                        now))
                .delayUntil(meeting -> convocation.requireTopics(meeting, TopicStatus.ACCEPTED))
                .flatMap(meeting -> convocation
                        .moved(meeting, TopicStatus.ACCEPTED, TopicStatus.SCHEDULED, null, viewer.actor(), now)
                        .flatMap(events -> convocation.told(
                                meeting, MeetingNews.NOTICED, NoticeKind.MEETING_NOTICED, today(now), events, now)));
        return commands.once(new Command(viewer.actor(), input.key(), "noticeMeeting", input), now, work);
    }

    /// Topics that waited for it can be taken to another one.
    ///
    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE once it was opened
    Mono<Outcome> cancel(CancelMeetingInput input, Viewer viewer) {
        input.check();
        var now = now();
        var reason = input.reason().strip();
        var work = chair.current(input.meetingId(), input.expectedVersion(), viewer)
                .doOnNext(meeting -> meeting.require(MeetingStatus.DRAFT, MeetingStatus.NOTICED))
                .flatMap(meeting -> chair.cancelled(meeting, reason, now)
                        .flatMap(settled -> meeting.status() == MeetingStatus.DRAFT
                                ? Mono.just(quietly(settled, now))
                                : called(settled, reason, viewer, now)));
        return commands.once(new Command(viewer.actor(), input.key(), "cancelMeeting", input), now, work);
    }

    private Mono<Done> called(Chair.Settled settled, String reason, Viewer viewer, Instant now) {
        var meeting = settled.meeting();
        return convocation
                .moved(meeting, TopicStatus.SCHEDULED, TopicStatus.ACCEPTED, reason, viewer.actor(), now)
                .map(events -> joined(events, settled.events()))
                .flatMap(events -> convocation.told(
                        meeting, MeetingNews.CANCELLED, NoticeKind.MEETING_CANCELLED, today(now), events, now));
    }

    private static Done quietly(Chair.Settled settled, Instant now) {
        var meeting = settled.meeting();
        var cancelled = List.of(meeting.event(MeetingNews.CANCELLED, now));
        return new Done(meeting.id().value(), meeting.version(), joined(cancelled, settled.events()));
    }

    private static List<NewEvent> joined(List<NewEvent> events, List<NewEvent> more) {
        return Stream.concat(events.stream(), more.stream()).toList();
    }

    /// Only an emergency is called at short notice, and says why.
    private static void check(NoticeMeetingInput input, Meeting meeting, CouncilRules rules, Instant now) {
        var isEmergency = meeting.type() == MeetingType.EMERGENCY;
        new Problems()
                .check(!isEmergency || input.emergencyReason() != null, "emergencyReason", ProblemCode.REQUIRED)
                .check(
                        isEmergency || input.emergencyReason() == null,
                        "emergencyReason",
                        ProblemCode.NOT_ALLOWED,
                        MeetingType.EMERGENCY)
                .check(meeting.startsAt().isAfter(now), "meetingId", ProblemCode.TOO_EARLY, now)
                .refuseIfAny();
        var earliest = now.plus(Duration.ofDays(rules.noticeDays()));
        if (!isEmergency && meeting.startsAt().isBefore(earliest)) {
            throw new Refused(new MeetingRefusal.NoticeTooShort(rules.noticeDays(), earliest));
        }
    }

    private static String code() {
        return RANDOM.ints(CODE_LENGTH, 0, LETTERS.length())
                .mapToObj(i -> LETTERS.substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, clock.getZone());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
