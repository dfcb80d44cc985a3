package org.wangge.issue;

import graphql.GraphQLContext;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Presence;
import org.wangge.access.Viewer;
import org.wangge.feed.FeedPage;
import org.wangge.feed.Told;
import org.wangge.graphql.page.PageRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What happens to issues: live, or by asking again and again.
@Controller
class IssueFeedController {
    private final IssueFeed feed;
    private final ToldIssues issues;

    IssueFeedController(IssueFeed feed, ToldIssues issues) {
        this.feed = feed;
        this.issues = issues;
    }

    @SubscriptionMapping
    Flux<Object> issueEvents(
            @Argument @Nullable IssueEventFilter filter,
            @Argument @Nullable String after,
            @ContextValue Viewer viewer,
            @ContextValue Presence presence) {
        viewer.signedIn();
        return feed.after(after, filter, presence).mapNotNull(Told::news);
    }

    @QueryMapping("issueEvents")
    Mono<FeedPage> issueEventsSoFar(
            @Argument @Nullable IssueEventFilter filter,
            @Argument @Nullable String after,
            @Argument @Nullable Integer first,
            @ContextValue Viewer viewer,
            @ContextValue Presence presence) {
        viewer.signedIn();
        var size = PageRequest.of(first, null, null, null).size();
        return FeedPage.of(feed.after(after, filter, presence), size);
    }

    @BatchMapping
    Mono<Map<IssueEvent, Issue>> issue(List<IssueEvent> events, @ContextValue Viewer viewer, GraphQLContext context) {
        return issues.of(events, viewer, context);
    }

    @BatchMapping(field = "issue")
    Mono<Map<IssueDeadline, Issue>> issueDue(
            List<IssueDeadline> deadlines, @ContextValue Viewer viewer, GraphQLContext context) {
        return issues.of(deadlines, viewer, context);
    }
}
