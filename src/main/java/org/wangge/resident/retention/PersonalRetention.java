package org.wangge.resident.retention;

import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.wangge.resident.ResidentStatus;
import org.wangge.resident.disclosure.DisclosureRetention;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Each night, what is personal and no longer needed goes (保存期限). Any node may do it, again and again.
@Component
class PersonalRetention {
    private static final Logger LOG = LoggerFactory.getLogger(PersonalRetention.class);

    private final RecordRetention records;
    private final DisclosureRetention disclosures;
    private final Terms terms;
    private final Clock clock;

    PersonalRetention(RecordRetention records, DisclosureRetention disclosures, Terms terms, Clock clock) {
        this.records = records;
        this.disclosures = disclosures;
        this.terms = terms;
        this.clock = clock;
    }

    @Scheduled(cron = "0 20 3 * * *", zone = "Asia/Shanghai")
    Mono<Long> nightly() {
        return Mono.defer(this::sweep)
                .doOnNext(gone -> LOG.info("Emptied or removed {} rows that were kept long enough", gone))
                .onErrorResume(failure -> Mono.fromRunnable(() -> LOG.warn(
                        "Old personal values could not be removed, the next try is tomorrow: {}", failure.toString())));
    }

    /// How many rows were emptied or removed; none when it was done already.
    Mono<Long> sweep() {
        return Flux.concat(
                        records.empty(ResidentStatus.MOVED_OUT, terms.movedOut()),
                        records.empty(ResidentStatus.DECEASED, terms.deceased()),
                        records.removeRequests(terms.requests()),
                        records.removePhones(terms.closedAccounts()),
                        Mono.defer(() ->
                                disclosures.removeBefore(LocalDate.now(clock).minus(terms.disclosures()))))
                .reduce(0L, Long::sum);
    }
}
