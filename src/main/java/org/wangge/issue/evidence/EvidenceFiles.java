package org.wangge.issue.evidence;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.file.Attachment;
import org.wangge.file.Attachments;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Mono;

/// Which files belong to what: to pieces of evidence, and to issues as they were reported.
@Component
class EvidenceFiles {
    private final DatabaseClient database;
    private final Attachments attachments;

    EvidenceFiles(DatabaseClient database, Attachments attachments) {
        this.database = database;
        this.attachments = attachments;
    }

    private record Link(UUID parent, UUID attachment) {}

    /// Of each piece of evidence, in the order given.
    Mono<Map<UUID, List<Attachment>>> ofEvidence(Collection<UUID> ids) {
        var links = database.sql("""
                        select evidence_id as parent, attachment_id
                        from issue_evidence_attachment
                        where evidence_id = any(:ids)
                        order by evidence_id, position
                        limit 10000""")
                .bind("ids", Batch.ids(ids))
                .map(EvidenceFiles::link)
                .all()
                .collectList();
        return links.flatMap(found -> joined(ids, found));
    }

    /// Of each issue, in the order given; with those of issues that go on in it (并案) where `merged`.
    Mono<Map<UUID, List<Attachment>>> ofIssues(Collection<UUID> ids, boolean merged) {
        var links = database.sql("""
                        with recursive whole (parent, issue_id, depth) as (
                          select id, id, 0 from unnest(:ids::uuid[]) as wanted (id)
                          union
                          select w.parent, i.id, w.depth + 1
                          from whole w join issue i on i.merged_into = w.issue_id
                          where :merged and w.depth < 10
                        )
                        select w.parent, a.attachment_id
                        from whole w join issue_attachment a on a.issue_id = w.issue_id
                        order by w.parent, w.depth, a.issue_id, a.position
                        limit 10000""")
                .bind("ids", Batch.ids(ids))
                .bind("merged", merged)
                .map(EvidenceFiles::link)
                .all()
                .collectList();
        return links.flatMap(found -> joined(ids, found));
    }

    private Mono<Map<UUID, List<Attachment>>> joined(Collection<UUID> parents, List<Link> links) {
        var files = links.stream().map(Link::attachment).toList();
        var all = files.isEmpty()
                ? Mono.just(Map.<UUID, Attachment>of())
                : attachments
                        .all(files)
                        .collect(Collectors.toMap(file -> file.id().value(), Function.identity()));
        return all.map(byId -> parents.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        parent -> links.stream()
                                .filter(link -> link.parent().equals(parent) && byId.containsKey(link.attachment()))
                                .map(link -> byId.get(link.attachment()))
                                .toList())));
    }

    private static Link link(io.r2dbc.spi.Readable row) {
        return new Link(Rows.uuid(row, "parent"), Rows.uuid(row, "attachment_id"));
    }
}
