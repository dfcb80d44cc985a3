package org.wangge.issue.reply;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Personal;
import org.wangge.graphql.Rows;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueId;
import org.wangge.notice.NewNotice;
import org.wangge.notice.NoticeKind;
import org.wangge.notice.Recipient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who reported what: whom to tell of it, and how they are shown to those who may know.
@Component
public class Reporters {
    private static final int MOST = 1_000;
    /// What asks for something that only the reporter of the issue itself can do.
    private static final Set<NoticeKind> ASKING = EnumSet.of(NoticeKind.INFO_WANTED, NoticeKind.RATING_WANTED);

    private final DatabaseClient database;

    Reporters(DatabaseClient database) {
        this.database = database;
    }

    /// A notice for everybody who reported the issue or one that was merged into it, for the residents
    /// that it was reported for, and to the phones that were left: each of their own issue, by its case
    /// number or else its title. Those of merged ones are not asked for what they cannot do.
    public Mono<List<NewNotice>> notices(Issue issue, NoticeKind kind, String... more) {
        return database.sql("""
                        with recursive family (id) as (
                          select :issue::uuid
                          union
                          select i.id from family f join issue i on i.merged_into = f.id where not :asking
                        )
                        select i.id, coalesce(i.case_no, i.title) as name, i.reporter, i.on_behalf_of,
                               exists (select 1 from issue_contact c where c.issue_id = i.id and c.phone_cell is not null)
                                 as has_phone
                        from family f join issue i on i.id = f.id
                        order by i.reported_at, i.id
                        limit :most""")
                .bind("issue", issue.uuid())
                .bind("asking", ASKING.contains(kind))
                .bind("most", MOST)
                .map(row -> notices(row, kind, more))
                .all()
                .flatMapIterable(notices -> notices)
                .collectList();
    }

    Flux<Reporter> all(UUID[] issues) {
        return database.sql("""
                        select i.id, i.reporter, a.kind, coalesce(i.on_behalf_of, a.resident_id, p.resident_id) as resident_id,
                               coalesce(a.member_id, p.member_id) as member_id,
                               coalesce(c.name_mask, r.name_mask) as name_mask,
                               coalesce(c.phone_mask, r.phone_mask, o.phone_mask) as phone_mask
                        from issue i
                        cross join lateral (
                          select split_part(i.reporter, ':', 1) as kind, nullif(split_part(i.reporter, ':', 2), '')::uuid as id
                        ) as s
                        cross join lateral (
                          select case when s.kind = 'member' then s.id end as member_id,
                                 case when s.kind = 'resident' then s.id end as resident_id
                        ) as p
                        left join account a on s.kind = 'account' and a.id = s.id
                        left join account_phone o on o.account_id = a.id
                        left join issue_contact c on c.issue_id = i.id
                        left join resident r on r.id = coalesce(i.on_behalf_of, a.resident_id, p.resident_id)
                        where i.id = any(:ids)""").bind("ids", issues).map(Reporters::reporter).all();
    }

    private static List<NewNotice> notices(Readable row, NoticeKind kind, String... more) {
        var issue = Rows.uuid(row, "id");
        var words = Stream.concat(Stream.of(Rows.text(row, "name")), Arrays.stream(more))
                .toList();
        var behalf = Rows.mapped(row, "on_behalf_of", UUID.class, id -> "resident:" + id);
        return Stream.of(
                        new Recipient.Person(Rows.text(row, "reporter")),
                        behalf == null ? null : new Recipient.Person(behalf),
                        Rows.get(row, "has_phone", Boolean.class) ? new Recipient.Phone(issue) : null)
                .filter(java.util.Objects::nonNull)
                .map(to -> new NewNotice(to, kind, issue, words))
                .toList();
    }

    private static Reporter reporter(Readable row) {
        return new Reporter(
                new IssueId(Rows.uuid(row, "id")),
                kind(Rows.text(row, "reporter"), row.get("kind", String.class), row.get("resident_id", UUID.class)),
                row.get("resident_id", UUID.class),
                row.get("member_id", UUID.class),
                Rows.mapped(row, "name_mask", String.class, mask -> Personal.masked(mask, "name")),
                Rows.mapped(row, "phone_mask", String.class, mask -> Personal.masked(mask, "phone")));
    }

    private static ReporterKind kind(String reporter, @Nullable String account, @Nullable UUID resident) {
        if (reporter.startsWith("member:") || "STAFF".equals(account)) {
            return ReporterKind.STAFF;
        }
        return "RESIDENT".equals(account) || resident != null ? ReporterKind.RESIDENT : ReporterKind.ANONYMOUS;
    }
}
