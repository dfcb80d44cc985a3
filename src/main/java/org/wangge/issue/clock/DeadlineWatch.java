package org.wangge.issue.clock;

import java.time.Instant;
import java.util.List;
import org.wangge.feed.NewEvent;
import reactor.core.publisher.Mono;

/// Who is told when a due point comes near or passes, and what follows from it. The scan asks within
/// its transaction, in which the row of the issue is locked; an error undoes this firing alone, and
/// it is tried again later.
public interface DeadlineWatch {
    /// The events of what was done, all of the issue's subdistrict.
    Mono<List<NewEvent>> passed(IssueClock clock, Threshold threshold, Instant now);
}
