package org.wangge.issue.reply;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.issue.Issue;
import org.wangge.issue.Ties;
import reactor.core.publisher.Mono;

/// Replies, ratings and callbacks of issues in the graph: whoever sees an issue sees its replies.
@Controller
class ReplyController {
    private final ReplyReading reading;
    private final Ties ties;

    ReplyController(ReplyReading reading, Ties ties) {
        this.reading = reading;
        this.ties = ties;
    }

    @BatchMapping
    Mono<Map<Issue, List<Reply>>> replies(List<Issue> issues) {
        var ids = issues.stream().map(Issue::uuid).toList();
        return reading.replies(ids).map(found -> Batch.joined(issues, Issue::uuid, found));
    }

    @BatchMapping
    Mono<Map<Issue, List<Callback>>> callbacks(List<Issue> issues, @ContextValue Viewer viewer) {
        var ids = issues.stream().map(Issue::uuid).toList();
        return Insight.isStaff(viewer)
                ? Batch.many(issues, Issue::id, reading.callbacks(ids), Callback::issueId)
                : Mono.just(Batch.values(issues, issue -> List.of()));
    }

    @SchemaMapping
    Mono<RatingSight> rating(
            Issue issue,
            @Argument @Nullable Integer round,
            @ContextValue Viewer viewer,
            DataFetchingEnvironment environment) {
        DataLoader<ReplyReading.Round, Optional<Rating>> loader =
                Objects.requireNonNull(environment.getDataLoader(ReplyLoaders.RATING));
        var wanted = new ReplyReading.Round(issue.uuid(), round == null ? issue.round() : round);
        return Mono.fromFuture(loader.load(wanted), true)
                .flatMap(Mono::justOrEmpty)
                .flatMap(rating -> sight(rating, issue, viewer));
    }

    private Mono<RatingSight> sight(Rating rating, Issue issue, Viewer viewer) {
        if (Insight.isStaff(viewer) || rating.actor().equals(viewer.actor())) {
            return Mono.just(RatingSight.of(rating, true));
        }
        return ties.of(List.of(issue), viewer)
                .map(found -> found.values().stream().anyMatch(Ties.Tie::isReporter))
                .map(isReporter -> RatingSight.of(rating, isReporter));
    }
}
