package org.wangge.issue.statistics;

import reactor.core.publisher.Flux;

/// Counts some of the figures, for all parts of a subtree in one statement. An issue counts for the
/// grid it had when it was reported.
interface FigureSource {
    Flux<Found> of(Extent extent);
}
