package peer;

import java.util.UUID;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

/// A report: its key, the issue with its first entry, the event and the counter of the stream, in one transaction.
@Controller
class Commands {
    private static final String REPORT = """
            with reported as (
              insert into issue (id, tracking_code, type, category_id, title, description, source, urgency, level,
                                 confidentiality, status, grid_id, grid_key, reported_grid_key, reporter,
                                 reported_at, updated_at)
              select ?, ?, 'DEMAND', c.id, ?, ?, ?, c.default_urgency, 'GRID', 'PUBLIC', 'REPORTED',
                     g.id, g.grid_key, g.grid_key, 'peer', now(), now()
              from issue_category c, grid g
              where c.code = ? and g.id = ?
              returning id, title, status, urgency, reported_at, grid_id, lead_member_id
            ), entered as (
              insert into issue_timeline (issue_id, seq, move, to_status, actor, acted_as, at)
              select id, 1, 'REPORT', status, 'peer', 'REPORTER', reported_at from reported
            )
            select id, title, status, urgency, reported_at, grid_id, lead_member_id from reported""";
    private static final String EVENT = """
            with head as (
              update stream s set n = n + 1
              from grid g
              where g.id = ? and starts_with(g.grid_key, s.grid_key)
              returning s.no, s.n, g.grid_key
            )
            insert into event (stream_no, n, type, subject, subject_version, grid_key, at)
            select no, n, 'issue.reported', ?, 1, grid_key, now() from head""";

    private final JdbcClient database;

    Commands(JdbcClient database) {
        this.database = database;
    }

    record Report(UUID key, String category, String title, String description, String source, UUID gridId) {}

    @MutationMapping
    @Transactional
    public Rows.IssuePayload reportIssue(@Argument Report input) {
        claim(input.key());
        var issue = database.sql(REPORT)
                .params(UUID.randomUUID(), input.key().toString(), input.title(), input.description())
                .params(input.source(), input.category(), input.gridId())
                .query((row, n) -> Statements.issue(row))
                .single();
        database.sql(EVENT).param(input.gridId()).param(issue.id()).update();
        return new Rows.IssuePayload(issue);
    }

    private void claim(UUID key) {
        database.sql("insert into command (actor, key, name, hash, at) values ('peer', ?, 'reportIssue', '', now())")
                .param(key)
                .update();
    }
}
