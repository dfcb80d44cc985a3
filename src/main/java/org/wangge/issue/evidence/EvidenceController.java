package org.wangge.issue.evidence;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.file.Attachment;
import org.wangge.graphql.Batch;
import org.wangge.grid.CoordinateSystem;
import org.wangge.grid.Point;
import org.wangge.issue.Issue;
import reactor.core.publisher.Mono;

/// Evidence in the graph: the five sees of each issue for whoever sees the issue, what proves them
/// for those who are close to it.
@Controller
class EvidenceController {
    private final EvidenceSight sight;
    private final EvidenceFiles files;

    EvidenceController(EvidenceSight sight, EvidenceFiles files) {
        this.sight = sight;
        this.files = files;
    }

    @SchemaMapping
    CompletableFuture<List<SeenEvidence>> evidence(
            Issue issue, @Argument @Nullable Integer round, DataFetchingEnvironment environment) {
        DataLoader<EvidenceLoaders.Wanted, List<SeenEvidence>> loader =
                Objects.requireNonNull(environment.getDataLoader(EvidenceLoaders.EVIDENCE));
        return loader.load(new EvidenceLoaders.Wanted(issue, round == null ? issue.round() : round));
    }

    @SchemaMapping
    CompletableFuture<FiveSees> fiveSees(Issue issue, DataFetchingEnvironment environment) {
        DataLoader<Issue, FiveSees> loader =
                Objects.requireNonNull(environment.getDataLoader(EvidenceLoaders.FIVE_SEES));
        return loader.load(issue);
    }

    @BatchMapping
    Mono<Map<Issue, List<Attachment>>> attachments(List<Issue> issues, @ContextValue Viewer viewer) {
        return sight.of(issues, viewer).flatMap(closeness -> attachments(issues, closeness));
    }

    @BatchMapping(typeName = "Evidence", field = "attachments")
    Mono<Map<SeenEvidence, List<Attachment>>> proof(List<SeenEvidence> evidence) {
        return files.ofEvidence(evidence.stream().map(SeenEvidence::uuid).toList())
                .map(found -> Batch.values(evidence, one -> one.shown(found.getOrDefault(one.uuid(), List.of()))));
    }

    @SchemaMapping(typeName = "Evidence")
    @Nullable
    Point location(SeenEvidence evidence, @Argument CoordinateSystem system) {
        return evidence.location(system);
    }

    /// Staff see what came with all reports that go on in the issue, a reporter what came with theirs.
    private Mono<Map<Issue, List<Attachment>>> attachments(List<Issue> issues, Map<Issue, Closeness> closeness) {
        var byCloseness = issues.stream()
                .collect(Collectors.groupingBy(closeness::get, Collectors.mapping(Issue::uuid, Collectors.toList())));
        return files.ofIssues(byCloseness.getOrDefault(Closeness.STAFF, List.of()), true)
                .zipWith(files.ofIssues(byCloseness.getOrDefault(Closeness.REPORTER, List.of()), false))
                .map(found -> Batch.values(
                        issues,
                        issue -> found.getT1()
                                .getOrDefault(issue.uuid(), found.getT2().getOrDefault(issue.uuid(), List.of()))));
    }
}
