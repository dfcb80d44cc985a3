package org.wangge.issue.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.feed.NewEvent;
import org.wangge.graphql.Rows;
import org.wangge.notice.NewNotice;
import org.wangge.notice.Notices;
import org.wangge.notice.Recipient;
import reactor.core.publisher.Mono;

/// Writes what was decided: what stands beside the issue, the issue itself, and last what people are told.
@Component
class Writing {
    private final Effects effects;
    private final CaseWriter writer;
    private final Notices notices;
    private final DatabaseClient database;

    Writing(Effects effects, CaseWriter writer, Notices notices, DatabaseClient database) {
        this.effects = effects;
        this.writer = writer;
        this.notices = notices;
        this.database = database;
    }

    /// A course that was written, and what there is to tell beside its moves.
    record Written(Course course, List<NewEvent> more) {}

    /// Somebody who reported it, or whose report goes on in it.
    private record Reporter(
            UUID issueId,
            String name,
            String actor,
            @Nullable UUID onBehalfOf) {}

    Mono<Written> write(Course course, @Nullable Instant deviceAt) {
        return effects.carryOut(course)
                .delayUntil(parts -> writer.save(course, deviceAt))
                .zipWhen(parts -> tell(course))
                .map(events -> {
                    var more = new ArrayList<>(events.getT1());
                    more.addAll(events.getT2());
                    return new Written(course, more);
                });
    }

    private Mono<List<NewEvent>> tell(Course course) {
        var issue = course.issue();
        var dedupe = "v" + issue.version();
        return reporters(course)
                .map(reporters -> {
                    var all = new ArrayList<>(course.notices());
                    course.reporterNotices()
                            .forEach(notice -> reporters.forEach(reporter -> all.addAll(of(notice, reporter))));
                    return all;
                })
                .flatMap(all -> all.isEmpty()
                        ? Mono.just(List.of())
                        : notices.tell(all, issue.gridKey(), dedupe, course.now()));
    }

    private static List<NewNotice> of(Course.ReporterNotice notice, Reporter reporter) {
        var words = new ArrayList<String>();
        words.add(reporter.name());
        words.addAll(notice.more());
        var all = new ArrayList<NewNotice>();
        all.add(new NewNotice(new Recipient.Person(reporter.actor()), notice.kind(), reporter.issueId(), words));
        all.add(new NewNotice(new Recipient.Phone(reporter.issueId()), notice.kind(), reporter.issueId(), words));
        if (reporter.onBehalfOf() != null) {
            var person = new Recipient.Person("resident:" + reporter.onBehalfOf());
            all.add(new NewNotice(person, notice.kind(), reporter.issueId(), words));
        }
        return all;
    }

    /// Who reported it, and all whose reports go on in it, each by the name under which they know it.
    private Mono<List<Reporter>> reporters(Course course) {
        if (course.reporterNotices().isEmpty()) {
            return Mono.just(List.of());
        }
        return database.sql("""
                        with recursive told as (
                          select id from issue where id = :id
                          union
                          select i.id from issue i join told on i.merged_into = told.id
                        )
                        select i.id, coalesce(i.case_no, i.title) as name, i.reporter, i.on_behalf_of
                        from issue i join told on told.id = i.id
                        order by i.id
                        limit 1000""")
                .bind("id", course.issue().uuid())
                .map(row -> new Reporter(
                        Rows.uuid(row, "id"),
                        Rows.text(row, "name"),
                        Rows.text(row, "reporter"),
                        row.get("on_behalf_of", UUID.class)))
                .all()
                .collectList();
    }
}
