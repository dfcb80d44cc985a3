package org.wangge.notice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wangge.feed.NewEvent;
import org.wangge.grid.GridKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Tells people (消息通知), as a part of the command that gives the reason: what is rolled back was
/// told to nobody.
@Component
public class Notices {
    /// The type of the event that says an account has another notification: its subject is the account,
    /// its version the number of the notification.
    public static final String EVENT = "NOTIFIED";

    private final Addressees addressees;
    private final NoticeBoxes boxes;
    private final NoticeOutbox outbox;

    Notices(Addressees addressees, NoticeBoxes boxes, NoticeOutbox outbox) {
        this.addressees = addressees;
        this.boxes = boxes;
        this.outbox = outbox;
    }

    /// Keeps the notices, each once for a recipient, kind, issue and `dedupe`, and gives the events
    /// that tell of them, of the grid with the key. It locks the boxes of the recipients, so it belongs
    /// late into a command, and once: right before its events.
    ///
    /// @param dedupe what tells this time from another one, such as the version or the due point
    public Mono<List<NewEvent>> tell(List<NewNotice> notices, GridKey key, String dedupe, Instant now) {
        return Flux.fromIterable(notices)
                .concatMap(notice -> addressees.of(notice.to(), now).map(to -> Letter.of(notice, to)))
                .collect(
                        LinkedHashMap<Letter.Once, Letter>::new,
                        (all, letter) -> all.putIfAbsent(letter.once(), letter))
                .filter(letters -> !letters.isEmpty())
                .flatMap(letters -> kept(new ArrayList<>(letters.values()), key, dedupe, now))
                .defaultIfEmpty(List.of());
    }

    private Mono<List<NewEvent>> kept(List<Letter> letters, GridKey key, String dedupe, Instant now) {
        return boxes.put(letters, dedupe, now)
                .collectList()
                .flatMap(kept -> outbox.post(
                                kept.stream().map(NoticeBoxes.Kept::id).toArray(UUID[]::new), now)
                        .thenReturn(events(kept, key, now)));
    }

    private static List<NewEvent> events(List<NoticeBoxes.Kept> kept, GridKey key, Instant now) {
        return kept.stream().flatMap(one -> one.event(key, now).stream()).toList();
    }
}
