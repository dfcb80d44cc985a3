package org.wangge.issue.evidence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import graphql.GraphQLContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.dataloader.BatchLoaderEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.wangge.access.Viewer;
import org.wangge.issue.Issue;
import reactor.core.publisher.Mono;

/// Loaders of evidence: for a whole page of issues at once.
@Configuration(proxyBeanMethods = false)
class EvidenceLoaders {
    static final String EVIDENCE = "Issue.evidence";
    static final String FIVE_SEES = "Issue.fiveSees";

    private final EvidenceRows rows;
    private final Waivers waivers;
    private final EvidenceSight sight;

    /// Which evidence is asked for: of an issue in a round.
    record Wanted(Issue issue, int round) {
        IssueRound key() {
            return IssueRound.of(issue.id(), round);
        }
    }

    EvidenceLoaders(BatchLoaderRegistry loaders, EvidenceRows rows, Waivers waivers, EvidenceSight sight) {
        this.rows = rows;
        this.waivers = waivers;
        this.sight = sight;
        loaders.<Wanted, List<SeenEvidence>>forName(EVIDENCE).registerMappedBatchLoader(this::evidence);
        loaders.<Issue, FiveSees>forName(FIVE_SEES)
                .registerMappedBatchLoader((issues, environment) -> fiveSees(issues));
    }

    private Mono<Map<Wanted, List<SeenEvidence>>> evidence(Set<Wanted> wanted, BatchLoaderEnvironment environment) {
        var context = Objects.requireNonNull(environment.<GraphQLContext>getContext());
        var viewer = Objects.requireNonNull(context.<Viewer>get("viewer"));
        var issues = wanted.stream().map(Wanted::issue).collect(toSet());
        return sight.of(issues, viewer).flatMap(closeness -> seen(wanted, closeness));
    }

    private Mono<Map<Wanted, List<SeenEvidence>>> seen(Set<Wanted> wanted, Map<Issue, Closeness> closeness) {
        var close = wanted.stream()
                .filter(one -> closeness.get(one.issue()) != Closeness.FAR)
                .toList();
        return given(close.stream().map(Wanted::key).toList()).map(given -> {
            Map<Wanted, List<SeenEvidence>> seen = new HashMap<>();
            wanted.forEach(one -> seen.put(one, List.of()));
            close.forEach(one -> seen.put(
                    one,
                    given.getOrDefault(one.key(), List.of()).stream()
                            .map(evidence ->
                                    SeenEvidence.of(evidence, Objects.requireNonNull(closeness.get(one.issue()))))
                            .toList()));
            return seen;
        });
    }

    private Mono<Map<Issue, FiveSees>> fiveSees(Set<Issue> issues) {
        var keys = issues.stream()
                .map(issue -> IssueRound.of(issue.id(), issue.round()))
                .toList();
        var waived = waivers.all(keys)
                .collect(groupingBy(
                        waiver -> IssueRound.of(waiver.issueId(), waiver.round()), mapping(Waiver::kind, toSet())));
        return given(keys).zipWith(waived, (evidence, kinds) -> {
            Map<Issue, FiveSees> sees = new HashMap<>();
            for (var issue : issues) {
                var key = IssueRound.of(issue.id(), issue.round());
                sees.put(
                        issue,
                        FiveSees.of(
                                issue.type(),
                                evidence.getOrDefault(key, List.of()),
                                kinds.getOrDefault(key, Set.of())));
            }
            return sees;
        });
    }

    private Mono<Map<IssueRound, List<Evidence>>> given(Collection<IssueRound> keys) {
        return keys.isEmpty()
                ? Mono.just(Map.of())
                : rows.all(keys).collect(groupingBy(evidence -> IssueRound.of(evidence.issueId(), evidence.round())));
    }
}
