package org.wangge.issue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.feed.NewEvent;
import org.wangge.file.Attachment;
import org.wangge.file.Attachments;
import reactor.core.publisher.Mono;

/// The files that come with a report: they become the issue's, in their order.
@Component
class ReportFiles implements AfterReport {
    private final DatabaseClient database;
    private final Attachments attachments;

    ReportFiles(DatabaseClient database, Attachments attachments) {
        this.database = database;
        this.attachments = attachments;
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, UNKNOWN for each that the actor did not send
    @Override
    public Mono<List<NewEvent>> reported(ReportIssueInput input, Issue issue, String actor, Instant now) {
        return input.files().isEmpty()
                ? Mono.just(List.of())
                : attachments
                        .claim(input.files(), actor, issue.uuid(), now, "attachmentIds")
                        .flatMap(files -> insert(issue.id(), files))
                        .thenReturn(List.of());
    }

    private Mono<Void> insert(IssueId issue, List<Attachment> files) {
        return database.sql("""
                        insert into issue_attachment (issue_id, attachment_id, position)
                        select :issue, f.id, f.position
                        from unnest(:files::uuid[]) with ordinality as f (id, position)""")
                .bind("issue", issue.value())
                .bind("files", files.stream().map(file -> file.id().value()).toArray(UUID[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }
}
