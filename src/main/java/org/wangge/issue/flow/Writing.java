package org.wangge.issue.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.feed.NewEvent;
import org.wangge.issue.IssueLeftScope;
import org.wangge.issue.reply.Reporters;
import org.wangge.notice.Notices;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Writes what was decided: what stands beside the issue, the issue itself, and last what people are told.
@Component
class Writing {
    private final Effects effects;
    private final CaseWriter writer;
    private final Reporters reporters;
    private final Notices notices;

    Writing(Effects effects, CaseWriter writer, Reporters reporters, Notices notices) {
        this.effects = effects;
        this.writer = writer;
        this.reporters = reporters;
        this.notices = notices;
    }

    /// A course that was written, and what there is to tell beside its moves.
    record Written(Course course, List<NewEvent> more) {}

    Mono<Written> write(Course course, @Nullable Instant deviceAt) {
        return effects.carryOut(course)
                .delayUntil(parts -> writer.save(course, deviceAt))
                .zipWhen(parts -> tell(course))
                .map(events -> {
                    var more = new ArrayList<>(events.getT1());
                    more.addAll(events.getT2());
                    left(course).ifPresent(more::add);
                    return new Written(course, more);
                });
    }

    /// Told where it was: there it is not seen any more.
    private static Optional<NewEvent> left(Course course) {
        var issue = course.issue();
        var was = course.file().issue().gridKey();
        return was.equals(issue.gridKey())
                ? Optional.empty()
                : Optional.of(new NewEvent(IssueLeftScope.EVENT, issue.uuid(), issue.version(), was, course.now()));
    }

    private Mono<List<NewEvent>> tell(Course course) {
        var issue = course.issue();
        return Flux.fromIterable(course.reporterNotices())
                .concatMap(notice ->
                        reporters.notices(issue, notice.kind(), notice.more().toArray(String[]::new)))
                .concatMapIterable(all -> all)
                .startWith(course.notices())
                .collectList()
                .flatMap(all -> all.isEmpty()
                        ? Mono.just(List.of())
                        : notices.tell(all, issue.gridKey(), "v" + issue.version(), course.now()));
    }
}
