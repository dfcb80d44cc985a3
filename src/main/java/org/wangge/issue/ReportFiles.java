package org.wangge.issue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.file.Attachment;
import org.wangge.file.AttachmentId;
import org.wangge.file.Attachments;
import reactor.core.publisher.Mono;

/// The files that come with a report: they become the issue's, in their order.
@Component
class ReportFiles {
    private final DatabaseClient database;
    private final Attachments attachments;

    ReportFiles(DatabaseClient database, Attachments attachments) {
        this.database = database;
        this.attachments = attachments;
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, UNKNOWN for each that the actor did not send
    Mono<Void> attach(List<AttachmentId> ids, IssueId issue, String actor, Instant now) {
        return ids.isEmpty()
                ? Mono.empty()
                : attachments
                        .claim(ids, actor, issue.value(), now, "attachmentIds")
                        .flatMap(files -> insert(issue, files));
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
