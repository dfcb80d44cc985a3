package org.wangge.issue.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.wangge.grid.Scope;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueSight;
import org.wangge.issue.Issues;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownGrid;
import reactor.core.publisher.Mono;

/// Issues without a history, and their clocks.
@TestComponent
class ClockDesk {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Graph graph;
    private final Issues issues;
    private final Clocks clocks;

    ClockDesk(Graph graph, Issues issues, Clocks clocks) {
        this.graph = graph;
        this.issues = issues;
        this.clocks = clocks;
    }

    /// As `2026-03-02 09:40`, in Shanghai.
    static Instant at(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T')).atZone(SHANGHAI).toInstant();
    }

    static String told(Instant at) {
        return LocalDateTime.ofInstant(at, SHANGHAI).toString().replace('T', ' ');
    }

    Issue issue(String urgency) {
        return issue(Town.EAST_YARD, "DEMAND", "DRAINAGE", urgency);
    }

    Issue issue(TownGrid grid, String type, String category, String urgency) {
        var id = UUID.randomUUID();
        TestPostgres.execute(graph.database(), """
                insert into issue (id, tracking_code, type, category_id, title, description, source, urgency, level,
                                   confidentiality, status, grid_id, grid_key, reported_grid_key, reporter, reported_at,
                                   updated_at)
                select '%1$s', '%1$s', '%2$s', c.id, '井盖坏了', '井盖坏了，有人摔倒', 'WALK_IN', '%3$s', 'GRID', 'PUBLIC',
                       'REPORTED', g.id, g.grid_key, g.grid_key, 'anonymous', '2026-03-02 09:10+08', '2026-03-02 09:10+08'
                from issue_category c, grid g
                where c.code = '%4$s' and g.grid_key = '%5$s'""".formatted(id, type, urgency, category, grid.key()));
        return read(id);
    }

    Issue changed(Issue issue, String setting) {
        TestPostgres.execute(graph.database(), "update issue set " + setting + " where id = '" + issue.uuid() + "'");
        return read(issue.uuid());
    }

    private Issue read(UUID id) {
        return Awaited.the(
                issues.all(List.of(id), IssueSight.of(Scope.everywhere())).next());
    }

    IssueClock start(Issue issue, DuePoint point, String at) {
        done(clocks.start(issue, point, at(at)));
        return clock(issue, point);
    }

    IssueClock meet(Issue issue, DuePoint point, String at) {
        done(clocks.meet(issue.id(), issue.round(), Set.of(point), at(at)));
        return clock(issue, point);
    }

    IssueClock pause(Issue issue, DuePoint point, String at) {
        done(clocks.pause(issue.id(), issue.round(), Set.of(point), at(at)));
        return clock(issue, point);
    }

    IssueClock resume(Issue issue, DuePoint point, String at) {
        done(clocks.resume(issue.id(), issue.round(), Set.of(point), at(at)));
        return clock(issue, point);
    }

    /// The last one started of the point in the round of the issue.
    IssueClock clock(Issue issue, DuePoint point) {
        return Awaited.the(clocks.of(issue.id(), issue.round())
                .filter(clock -> clock.point() == point)
                .last());
    }

    static void done(Mono<Void> work) {
        Awaited.the(work.thenReturn(true));
    }

    static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }
}
