package org.wangge.access.account.administration;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.Direction;
import org.wangge.graphql.page.Listing;
import org.wangge.graphql.page.PageRequest;
import org.wangge.graphql.page.Pages;
import org.wangge.graphql.page.Sort;
import reactor.core.publisher.Mono;

/// The access log, for auditors.
@Controller
class LogController {
    private static final Listing<LogEntry> LIST =
            new Listing<>(LogEntry.COLUMNS, "access_log l", "l.id", LogEntry::row, LogEntry::uuid);
    private static final Sort<LogEntry> NEWEST = new Sort<>("l.at", Sort.Kind.INSTANT, LogEntry::at, Direction.DESC);

    private final Pages pages;

    LogController(Pages pages) {
        this.pages = pages;
    }

    @QueryMapping
    Mono<Connection<LogEntry>> signInLog(
            @Argument @Nullable LogFilter filter, PageRequest page, @ContextValue Viewer viewer) {
        return log(filter, false, page, viewer);
    }

    @QueryMapping
    Mono<Connection<LogEntry>> adminLog(
            @Argument @Nullable LogFilter filter, PageRequest page, @ContextValue Viewer viewer) {
        return log(filter, true, page, viewer);
    }

    private Mono<Connection<LogEntry>> log(
            @Nullable LogFilter filter, boolean ofAdministrators, PageRequest page, Viewer viewer) {
        viewer.require(Right.AUDIT);
        var where = (filter == null ? LogFilter.NONE : filter).conditions(ofAdministrators);
        return pages.page(LIST, where, NEWEST, page);
    }
}
