package org.wangge.kept;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// One table as this node last read it: read again when it has changed, which is noticed before an event
/// of that change or of a later one is told, and within `wangge.feed.poll` otherwise.
///
/// @param <T> what is made of all its rows
public final class Kept<T> {
    private final Mono<T> reading;
    private volatile @Nullable Copy<T> copy;

    private record Copy<T>(long version, T rows) {}

    Kept(Mono<T> reading) {
        this.reading = reading;
    }

    /// What is at hand; null before this node has read it for the first time. Whoever misses something in it
    /// asks the table: it may have come a moment ago.
    public @Nullable T now() {
        var known = copy;
        return known == null ? null : known.rows();
    }

    /// The table has come to this version.
    Mono<Void> reached(long version) {
        var known = copy;
        return known != null && known.version() == version
                ? Mono.empty()
                : reading.doOnNext(rows -> copy = new Copy<>(version, rows)).then();
    }
}
