package org.wangge.resident.correction;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.Direction;
import org.wangge.graphql.page.Listing;
import org.wangge.graphql.page.PageRequest;
import org.wangge.graphql.page.Pages;
import org.wangge.graphql.page.Sort;
import org.wangge.grid.Scope;
import org.wangge.resident.ResidentId;
import reactor.core.publisher.Mono;

/// The gaps of the ledger in the database, of those who live here.
@Component
class LedgerGaps {
    private static final int OF_AGE = 18;
    private static final Sort<LedgerGap> OLDEST =
            new Sort<>("r.verified_at", Sort.Kind.INSTANT, LedgerGap::verifiedAt, Direction.ASC);

    private final Pages pages;

    LedgerGaps(Pages pages) {
        this.pages = pages;
    }

    /// Adults should have a phone; children need none.
    Mono<Connection<LedgerGap>> page(
            Scope area, Scope ledger, Instant verifiedBefore, LocalDate today, PageRequest page) {
        var where = ledger.limit("r.grid_key", "ledger")
                .and(area.limit("r.grid_key", "area"))
                .and("r.status = 'ACTIVE'")
                .and(
                        "(r.verified_at < :before or r.id_document_cell is null or r.id_document_contradicts"
                                + " or r.phone_cell is null and r.birth_on <= :adult)",
                        "before",
                        verifiedBefore,
                        "adult",
                        today.minusYears(OF_AGE));
        return pages.page(list(), where, OLDEST, page);
    }

    private static Listing<LedgerGap> list() {
        return new Listing<>(
                """
                r.id, r.verified_at, array_remove(array[
                  case when r.verified_at < :before then 'NOT_VERIFIED_LATELY' end,
                  case when r.phone_cell is null and r.birth_on <= :adult then 'NO_PHONE' end,
                  case when r.id_document_cell is null then 'NO_ID_DOCUMENT' end,
                  case when r.id_document_contradicts then 'ID_DOCUMENT_CONTRADICTS' end], null) as reasons""",
                "resident r",
                "r.id",
                LedgerGaps::row,
                gap -> gap.residentId().value());
    }

    private static LedgerGap row(Readable row) {
        return new LedgerGap(
                new ResidentId(Rows.uuid(row, "id")),
                Rows.get(row, "verified_at", Instant.class),
                Arrays.stream(Rows.get(row, "reasons", String[].class))
                        .map(GapReason::valueOf)
                        .toList());
    }
}
