package org.wangge.notice;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.feed.NewEvent;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Where notifications are put: a box for each account, numbered in it from 1 without gaps. What is
/// for somebody without an account stands beside, without a number.
@Component
class NoticeBoxes {
    private static final String SEPARATOR = "\u001f";

    private final DatabaseClient database;

    NoticeBoxes(DatabaseClient database) {
        this.database = database;
    }

    /// A notification that was not there before.
    record Kept(UUID id, @Nullable UUID accountId, @Nullable Integer no) {
        Optional<NewEvent> event(GridKey key, Instant now) {
            return accountId == null || no == null
                    ? Optional.empty()
                    : Optional.of(new NewEvent(Notices.EVENT, accountId, no, key, now));
        }
    }

    /// Locks the boxes first, so that what another transaction put there is seen.
    Flux<Kept> put(List<Letter> letters, String dedupe, Instant now) {
        var accounts = letters.stream()
                .map(letter -> letter.to().accountId())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toArray(UUID[]::new);
        return opened(accounts).thenMany(Flux.defer(() -> inserted(letters, dedupe, now)));
    }

    /// In the order of their accounts: two commands that want the same boxes wait, and never for each other.
    private Mono<Long> opened(UUID[] accounts) {
        return database.sql("""
                        insert into notification_box (account_id)
                        select account.id from unnest(:accounts::uuid[]) as account (id) order by account.id
                        on conflict (account_id) do update set n = notification_box.n""").bind("accounts", accounts).fetch().rowsUpdated();
    }

    private Flux<Kept> inserted(List<Letter> letters, String dedupe, Instant now) {
        return database.sql("""
                        with fresh as (
                          select t.*, row_number() over (partition by t.account_id order by t.position) as rank
                          from unnest(:recipients::text[], :accounts::uuid[], :kinds::text[], :subjects::uuid[], :words::text[])
                               with ordinality as t (recipient, account_id, kind, subject_id, words, position)
                          where not exists (
                            select 1 from notification n
                            where n.recipient = t.recipient and n.kind = t.kind and n.subject_id = t.subject_id
                              and n.dedupe = :dedupe)
                        ), kept as (
                          insert into notification (recipient, account_id, no, kind, subject_id, words, dedupe, at)
                          select f.recipient, f.account_id, case when b.account_id is not null then b.n + f.rank end,
                                 f.kind, f.subject_id, string_to_array(f.words, :separator), :dedupe, :now
                          from fresh f left join notification_box b on b.account_id = f.account_id
                          order by f.position
                          on conflict (recipient, kind, subject_id, dedupe) do nothing
                          returning id, account_id, no
                        ), counted as (
                          update notification_box b set n = newest.no
                          from (select account_id, max(no) as no from kept group by account_id) as newest
                          where b.account_id = newest.account_id
                        )
                        select id, account_id, no from kept order by account_id, no""")
                .bind("recipients", array(letters, letter -> letter.to().name(), String[]::new))
                .bind("accounts", array(letters, letter -> letter.to().accountId(), UUID[]::new))
                .bind("kinds", array(letters, letter -> letter.kind().name(), String[]::new))
                .bind("subjects", array(letters, Letter::subjectId, UUID[]::new))
                .bind("words", array(letters, NoticeBoxes::joined, String[]::new))
                .bind("separator", SEPARATOR)
                .bind("dedupe", dedupe)
                .bind("now", now)
                .map(row ->
                        new Kept(Rows.uuid(row, "id"), row.get("account_id", UUID.class), row.get("no", Integer.class)))
                .all();
    }

    private static String joined(Letter letter) {
        return letter.words().stream()
                .map(word -> word.replace(SEPARATOR, " "))
                .reduce((words, word) -> words + SEPARATOR + word)
                .orElse("");
    }

    private static <T> @Nullable T[] array(
            List<Letter> letters, Function<Letter, @Nullable T> value, IntFunction<@Nullable T[]> array) {
        return letters.stream().map(value).toArray(array);
    }
}
