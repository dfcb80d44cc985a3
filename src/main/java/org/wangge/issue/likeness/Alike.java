package org.wangge.issue.likeness;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.grid.Grid;
import org.wangge.grid.GridKey;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueSight;
import org.wangge.issue.Issues;
import reactor.core.publisher.Mono;

/// What somebody may know of the issues around what they are about to report.
@Component
class Alike {
    private static final int MOST = 10;
    /// As they were found; those whose text is not told come last, so that their place tells nothing
    /// of it.
    private static final Comparator<PossibleDuplicate> OPEN_FIRST = Comparator.comparing(PossibleDuplicate::isClosed)
            .thenComparing(one -> one.isClosed() ? one.reportedAt() : Instant.EPOCH, Comparator.reverseOrder());

    private final Neighbours neighbours;
    private final Issues issues;
    private final Grids grids;
    private final Clock clock;

    Alike(Neighbours neighbours, Issues issues, Grids grids, Clock clock) {
        this.neighbours = neighbours;
        this.issues = issues;
        this.grids = grids;
        this.clock = clock;
    }

    /// At most 10, the nearest and most alike first. Private ones are told to nobody who may not read
    /// them; internal ones only for being near, since the text of others is not to be guessed.
    Mono<List<PossibleDuplicate>> to(PossibleDuplicatesInput input, Viewer viewer, Instant now) {
        return key(input, now)
                .flatMap(at -> neighbours.of(input.at(at.orElse(null), now)).collectList())
                .flatMap(found -> told(found, viewer, now));
    }

    /// As for a report: the point decides, and the grid that was chosen counts where none covers it.
    private Mono<Optional<GridKey>> key(PossibleDuplicatesInput input, Instant now) {
        var at = input.point() == null
                ? Mono.<Grid>empty()
                : grids.at(input.point().point(), Scope.everywhere(), LocalDate.ofInstant(now, clock.getZone()));
        var chosen = input.gridId() == null ? Mono.<Grid>empty() : grids.find(input.gridId(), Scope.everywhere());
        return at.switchIfEmpty(chosen).map(Grid::key).singleOptional();
    }

    private Mono<List<PossibleDuplicate>> told(List<Neighbour> found, Viewer viewer, Instant now) {
        var ids = found.stream().map(one -> one.id().value()).toList();
        return issues.all(ids, IssueSight.of(viewer))
                .collectMap(Issue::id)
                .map(seen -> found.stream()
                        .filter(one -> seen.containsKey(one.id()) || isTold(one))
                        .map(one -> PossibleDuplicate.of(one, seen.get(one.id()), now))
                        .sorted(OPEN_FIRST)
                        .limit(MOST)
                        .toList());
    }

    private static boolean isTold(Neighbour found) {
        return switch (found.confidentiality()) {
            case PUBLIC -> true;
            case INTERNAL -> found.isNear();
            case PRIVATE -> false;
        };
    }
}
