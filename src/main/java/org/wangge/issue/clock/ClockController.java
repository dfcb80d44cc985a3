package org.wangge.issue.clock;

import graphql.schema.DataFetchingEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.issue.Issue;

/// The clocks of issues in the graph; whoever sees an issue sees its clocks.
@Controller
class ClockController {
    @SchemaMapping
    CompletableFuture<List<IssueClock>> clocks(
            Issue issue, @Argument @Nullable Integer round, DataFetchingEnvironment environment) {
        DataLoader<IssueClocks.Round, List<IssueClock>> loader =
                Objects.requireNonNull(environment.getDataLoader(ClockLoaders.CLOCKS));
        return loader.load(new IssueClocks.Round(issue.uuid(), round == null ? issue.round() : round));
    }

    @SchemaMapping
    CompletableFuture<Duration> elapsed(IssueClock clock, DataFetchingEnvironment environment) {
        return progress(clock, environment).thenApply(Progress::elapsed);
    }

    @SchemaMapping
    CompletableFuture<Duration> active(IssueClock clock, DataFetchingEnvironment environment) {
        return progress(clock, environment).thenApply(Progress::active);
    }

    @SchemaMapping
    CompletableFuture<Duration> paused(IssueClock clock, DataFetchingEnvironment environment) {
        return progress(clock, environment).thenApply(Progress::paused);
    }

    @SchemaMapping
    CompletableFuture<@Nullable Duration> remaining(IssueClock clock, DataFetchingEnvironment environment) {
        return progress(clock, environment).thenApply(Progress::remaining);
    }

    private static CompletableFuture<Progress> progress(IssueClock clock, DataFetchingEnvironment environment) {
        DataLoader<IssueClock, Progress> loader =
                Objects.requireNonNull(environment.getDataLoader(ClockLoaders.PROGRESS));
        return loader.load(clock);
    }
}
