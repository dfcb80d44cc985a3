package org.wangge.meeting.resolution;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.notice.NewNotice;
import org.wangge.notice.NoticeKind;
import org.wangge.notice.Notices;
import org.wangge.notice.Recipient;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Tells all who took part what became of what they said (事事有回音).
@Service
class FeedbackService {
    private final Commands commands;
    private final Resolutions resolutions;
    private final Bench bench;
    private final Participants participants;
    private final Notices notices;
    private final Clock clock;

    FeedbackService(
            Commands commands,
            Resolutions resolutions,
            Bench bench,
            Participants participants,
            Notices notices,
            Clock clock) {
        this.commands = commands;
        this.resolutions = resolutions;
        this.bench = bench;
        this.participants = participants;
        this.notices = notices;
        this.clock = clock;
    }

    /// @throws Refused INPUT_REJECTED, STALE_VERSION, NOT_IN_THIS_STATE
    Mono<Outcome> feedBack(FeedBackResolutionInput input, Viewer viewer) {
        input.check();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var work = bench.current(input.resolutionId(), input.expectedVersion(), viewer)
                .doOnNext(resolution -> resolution.require(ResolutionStatus.DONE, ResolutionStatus.DECIDED))
                .flatMap(resolution ->
                        resolutions.feedBack(resolution, input.feedback().strip(), now))
                .flatMap(resolution -> told(resolution, input.feedback().strip(), now));
        return commands.once(new Command(viewer.actor(), input.key(), "feedBackResolution", input), now, work);
    }

    private Mono<Done> told(Resolution resolution, String feedback, Instant now) {
        return participants
                .of(resolution)
                .map(one -> new NewNotice(
                        new Recipient.Person(one.actor()),
                        NoticeKind.RESOLUTION_FED_BACK,
                        resolution.id().value(),
                        List.of(one.topic(), feedback)))
                .collectList()
                .flatMap(all -> notices.tell(all, resolution.gridKey(), String.valueOf(resolution.version()), now))
                .map(told -> {
                    var events = new ArrayList<>(List.of(resolution.event("FED_BACK", now)));
                    events.addAll(told);
                    return new Done(resolution.id().value(), resolution.version(), events);
                });
    }
}
