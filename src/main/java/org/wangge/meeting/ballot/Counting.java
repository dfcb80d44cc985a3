package org.wangge.meeting.ballot;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Counts a ballot that nobody votes in any more, and takes its papers away.
@Component
class Counting {
    private final Ballots ballots;
    private final Votes votes;
    private final Electorate electorate;
    private final Clock clock;

    Counting(Ballots ballots, Votes votes, Electorate electorate, Clock clock) {
        this.ballots = ballots;
        this.votes = votes;
        this.electorate = electorate;
        this.clock = clock;
    }

    /// @param ballot locked
    Mono<Ballot> close(Ballot ballot, Instant now) {
        return count(ballot, LocalDate.ofInstant(now, clock.getZone()))
                .flatMap(count -> ballots.close(ballot, count, now))
                .delayUntil(votes::shred);
    }

    private Mono<Count> count(Ballot ballot, LocalDate on) {
        return votes.count(ballot).flatMap(tallies -> {
            var voted = tallies.stream().mapToInt(Integer::intValue).sum();
            return electorate
                    .turnout(ballot, voted, on)
                    .map(turnout -> Count.of(tallies, turnout.whole(), ballot.threshold(), turnout.isQuorate()));
        });
    }
}
