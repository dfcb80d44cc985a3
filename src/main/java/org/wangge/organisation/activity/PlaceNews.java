package org.wangge.organisation.activity;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wangge.feed.NewEvent;
import org.wangge.notice.NewNotice;
import org.wangge.notice.NoticeKind;
import org.wangge.notice.Notices;
import org.wangge.notice.Recipient;
import reactor.core.publisher.Mono;

/// Tells those who waited that there is a place for them.
@Component
class PlaceNews {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Notices notices;
    private final Clock clock;

    PlaceNews(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    /// Once for each time that they move up: who withdraws and waits again is told again.
    ///
    /// @param actors as commands name them
    Mono<List<NewEvent>> ofPlaces(Activity activity, List<String> actors, Instant now) {
        var when = MINUTE.format(activity.startsAt().atZone(clock.getZone()));
        var news = actors.stream()
                .map(actor -> new NewNotice(
                        new Recipient.Person(actor),
                        NoticeKind.ACTIVITY_PLACE_GIVEN,
                        activity.uuid(),
                        List.of(activity.title(), when)))
                .toList();
        return notices.tell(news, activity.gridKey(), now.toString(), now);
    }
}
