package org.wangge.notice;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.grid.GridKey;
import org.wangge.town.Awaited;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import reactor.core.publisher.Mono;

/// Tells people something as commands do.
@TestComponent
class Teller {
    static final GridKey STREET = new GridKey(Town.STREET.key());
    static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

    private final Commands commands;
    private final Notices notices;
    private final String database;

    Teller(Commands commands, Notices notices, Environment environment) {
        this.commands = commands;
        this.notices = notices;
        this.database = environment.getRequiredProperty("test.database");
    }

    static NewNotice notice(String actor, NoticeKind kind, UUID issue, String... words) {
        return new NewNotice(new Recipient.Person(actor), kind, issue, List.of(words));
    }

    static NewNotice notice(TownAccount account, String word) {
        return notice(account.actor(), NoticeKind.URGED, UUID.randomUUID(), "路灯不亮", word);
    }

    /// In a transaction of its own, at [#NOW].
    Outcome tell(NewNotice... told) {
        return tell(NOW, "1", told);
    }

    Outcome tell(Instant now, String dedupe, NewNotice... told) {
        return Awaited.the(telling(now, dedupe, told));
    }

    Mono<Outcome> telling(Instant now, String dedupe, NewNotice... told) {
        var key = UUID.randomUUID();
        return commands.once(
                new Command("test", key, "tell", key),
                now,
                notices.tell(List.of(told), STREET, dedupe, now).map(events -> new Done(key, 1, events)));
    }

    /// In a transaction that fails afterwards.
    Mono<Outcome> tellingInVain(NewNotice... told) {
        var key = UUID.randomUUID();
        return commands.once(
                new Command("test", key, "tell", key),
                NOW,
                notices.tell(List.of(told), STREET, "1", NOW)
                        .flatMap((List<NewEvent> events) -> Mono.error(new IllegalStateException("after all not"))));
    }

    /// Under which names something about the issue is kept.
    List<String> told(UUID issue) {
        return column("select recipient from notification where subject_id = '" + issue + "' order by recipient");
    }

    List<String> column(String sql) {
        var values = new ArrayList<String>();
        try (var connection = TestPostgres.connect(database);
                var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return values;
    }
}
