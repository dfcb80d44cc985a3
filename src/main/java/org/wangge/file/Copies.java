package org.wangge.file;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Mono;

/// Finds the same file used for something else: as it was sent, or as it is kept, which does not
/// change when somebody edits only what the camera wrote.
@Component
class Copies {
    private final DatabaseClient database;

    Copies(DatabaseClient database) {
        this.database = database;
    }

    /// The ids of those of which there is a copy that another subject has claimed.
    Mono<List<UUID>> among(Collection<Attachment> attachments) {
        return database.sql("""
                        select a.id
                        from attachment a
                        where a.id = any(:ids)
                          and (exists (select 1 from attachment o
                                       where o.sha256 = a.sha256 and o.subject <> a.subject)
                            or exists (select 1 from attachment o
                                       where o.sent_sha256 = a.sent_sha256 and o.subject <> a.subject))""")
                .bind(
                        "ids",
                        Batch.ids(attachments, attachment -> attachment.id().value()))
                .map(row -> Rows.uuid(row, "id"))
                .all()
                .collectList();
    }
}
