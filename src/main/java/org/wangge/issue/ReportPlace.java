package org.wangge.issue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.grid.CoordinateSystem;
import org.wangge.grid.Grid;
import org.wangge.grid.GridLevel;
import org.wangge.grid.Grids;
import org.wangge.grid.Point;
import org.wangge.grid.Scope;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.resident.LedgerSight;
import org.wangge.resident.Residents;
import reactor.core.publisher.Mono;

/// Makes a report of what was sent: the grid of its point, the category of its code, the resident
/// it is made for.
@Component
class ReportPlace {
    private final Grids grids;
    private final Categories categories;
    private final Residents residents;

    ReportPlace(Grids grids, Categories categories, Residents residents) {
        this.grids = grids;
        this.categories = categories;
        this.residents = residents;
    }

    Mono<Report> action(ReportIssueInput input, IssueId id, Viewer viewer, LocalDate today) {
        return category(input)
                .flatMap(category -> onBehalf(input, viewer)
                        .then(grid(input, today))
                        .map(grid -> report(input, id, category, grid)));
    }

    private static Report report(ReportIssueInput input, IssueId id, IssueCategory category, Grid grid) {
        return new Report(
                id,
                input.type(),
                category,
                input.headline(),
                input.description().strip(),
                input.source(),
                input.confidentiality(),
                grid,
                stored(point(input)),
                input.place() == null || input.place().isBlank()
                        ? null
                        : input.place().strip(),
                input.onBehalfOf(),
                input.occurredAt() == null ? null : input.occurredAt().truncatedTo(ChronoUnit.MICROS));
    }

    private Mono<IssueCategory> category(ReportIssueInput input) {
        return categories
                .find(input.category())
                .switchIfEmpty(Mono.error(() -> Problems.single("category", ProblemCode.UNKNOWN)));
    }

    private Mono<Void> onBehalf(ReportIssueInput input, Viewer viewer) {
        if (input.onBehalfOf() == null) {
            return Mono.empty();
        }
        return residents
                .all(List.of(input.onBehalfOf().value()), LedgerSight.of(viewer))
                .next()
                .switchIfEmpty(Mono.error(() -> Problems.single("onBehalfOf", ProblemCode.UNKNOWN)))
                .then();
    }

    /// The point decides; a grid that was chosen counts where no grid covers the point.
    private Mono<Grid> grid(ReportIssueInput input, LocalDate today) {
        var point = point(input);
        return (point == null ? Mono.<Grid>empty() : grids.at(point, Scope.everywhere(), today))
                .switchIfEmpty(Mono.defer(() -> chosen(input)))
                .flatMap(grid -> grid.level() == GridLevel.DISTRICT
                        ? Mono.error(Problems.single("gridId", ProblemCode.WRONG_LEVEL, grid.level()))
                        : Mono.just(grid));
    }

    private Mono<Grid> chosen(ReportIssueInput input) {
        return input.gridId() == null
                ? Mono.error(Problems.single("point", ProblemCode.NO_GRID_HERE))
                : grids.find(input.gridId(), Scope.everywhere())
                        .switchIfEmpty(Mono.error(() -> Problems.single("gridId", ProblemCode.UNKNOWN)));
    }

    /// As it is read again.
    private static @Nullable Point stored(@Nullable Point point) {
        return point == null ? null : point.in(CoordinateSystem.CGCS2000);
    }

    private static @Nullable Point point(ReportIssueInput input) {
        return input.point() == null ? null : input.point().point();
    }
}
