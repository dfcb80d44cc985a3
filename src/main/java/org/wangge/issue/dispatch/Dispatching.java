package org.wangge.issue.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueLevel;
import reactor.core.publisher.Mono;

/// Whom issues can go to, and whom they should.
@Component
public class Dispatching {
    private final Suggestions suggestions;
    private final Hands hands;
    private final Clock clock;

    Dispatching(Suggestions suggestions, Hands hands, Clock clock) {
        this.suggestions = suggestions;
        this.hands = hands;
        this.clock = clock;
    }

    /// Who should have the issue in hand at its level; empty when nobody can be suggested.
    public Mono<Hand> suggestion(Issue issue, Instant now) {
        return suggestion(issue, issue.level(), now);
    }

    /// Who should have the issue in hand at a level: whom the rules name, or else who serves its
    /// grid (小事不出格、大事不出村、难事不出街). Empty when nobody can be suggested.
    public Mono<Hand> suggestion(Issue issue, IssueLevel level, Instant now) {
        var wanted = new Suggestions.Wanted(issue, level);
        return suggestions.all(List.of(wanted), on(now)).mapNotNull(found -> found.get(wanted));
    }

    /// Who is named, if they can have the issue in hand: a member who serves its grid or one above
    /// it, or belongs to a department of its subdistrict, or such a department; empty otherwise.
    public Mono<Hand> hand(HandInput input, Issue issue, Instant now) {
        return hands.find(input, issue.gridKey(), on(now));
    }

    private LocalDate on(Instant now) {
        return LocalDate.ofInstant(now, clock.getZone());
    }
}
