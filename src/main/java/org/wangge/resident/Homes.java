package org.wangge.resident;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Conditions;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who lives together and where, for many households, premises or residents in one statement each.
@Component
class Homes {
    private static final int MOST_IN_ONE = 200;
    private static final int MOST_PERIODS = 100;

    private final DatabaseClient database;

    Homes(DatabaseClient database) {
        this.database = database;
    }

    /// Who lives in each household, the head first, then the oldest.
    ///
    /// @throws Fault TOO_MANY above 200 in one: page through `residents` instead
    Mono<Map<UUID, List<Resident>>> residents(Collection<UUID> households, LedgerSight sight) {
        var where = Residents.is(ResidentStatus.ACTIVE, sight.residents()).and("r.household_id = k.household_id");
        var found = where.bind(database.sql("select living.*\nfrom unnest(:households) as k (household_id)\n"
                        + "cross join lateral (select " + Residents.COLUMNS + "\nfrom resident r" + where.sql()
                        + "\norder by (r.relation = 'HEAD') desc, r.birth_on, r.id\nlimit " + (MOST_IN_ONE + 1)
                        + ") as living"))
                .bind("households", Batch.ids(households))
                .map(Residents::row)
                .all();
        return Batch.many(
                        households,
                        id -> id,
                        found,
                        resident -> resident.householdId().value())
                .doOnNext(homes -> requireFew(homes, "residents"));
    }

    Flux<Resident> heads(Collection<UUID> households, LedgerSight sight) {
        var where = Residents.is(ResidentStatus.ACTIVE, sight.residents())
                .and("r.relation = 'HEAD' and r.household_id = any(:households)", "households", Batch.ids(households));
        return where.bind(database.sql("select " + Residents.COLUMNS + "\nfrom resident r" + where.sql()))
                .map(Residents::row)
                .all();
    }

    /// How many live in each household.
    Mono<Map<UUID, Integer>> sizes(Collection<UUID> households) {
        var where = Residents.is(ResidentStatus.ACTIVE, new Conditions()).and("r.household_id = k.household_id");
        return where.bind(database.sql("select k.household_id, (select count(*)::int from resident r" + where.sql()
                        + ") as size\nfrom unnest(:households) as k (household_id)"))
                .bind("households", Batch.ids(households))
                .map(row -> Map.entry(Rows.uuid(row, "household_id"), Rows.number(row, "size")))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /// The households in each set of premises, by their numbers.
    ///
    /// @throws Fault TOO_MANY above 200 in one: page through `households` instead
    Mono<Map<UUID, List<Household>>> households(Collection<UUID> premises, LedgerSight sight) {
        var where = sight.households().and("h.premises_id = k.premises_id");
        var found = where.bind(database.sql("select living.*\nfrom unnest(:premises) as k (premises_id)\n"
                        + "cross join lateral (select " + Households.COLUMNS + "\nfrom household h" + where.sql()
                        + "\norder by h.no\nlimit " + (MOST_IN_ONE + 1) + ") as living"))
                .bind("premises", Batch.ids(premises))
                .map(Households::row)
                .all();
        return Batch.many(
                        premises,
                        id -> id,
                        found,
                        household -> household.premisesId().value())
                .doOnNext(homes -> requireFew(homes, "households"));
    }

    /// Where each resident lives and lived, the latest first.
    Mono<Map<UUID, List<ResidencePeriod>>> periods(Collection<UUID> residents, LedgerSight sight) {
        var where = sight.residents().and("r.id = k.resident_id");
        var found = where.bind(database.sql("select lived.*\nfrom unnest(:residents) as k (resident_id)\n"
                        + "cross join lateral (select r.id, l.premises_id, l.from_on, l.to_on\n"
                        + "from resident r join residence_period l on l.resident_id = r.id" + where.sql()
                        + "\norder by l.from_on desc\nlimit " + MOST_PERIODS + ") as lived"))
                .bind("residents", Batch.ids(residents))
                .map(row -> Map.entry(
                        Rows.uuid(row, "id"),
                        new ResidencePeriod(
                                new PremisesId(Rows.uuid(row, "premises_id")),
                                Rows.get(row, "from_on", LocalDate.class),
                                row.get("to_on", LocalDate.class))))
                .all();
        return Batch.grouped(residents, found);
    }

    private static void requireFew(Map<UUID, ? extends List<?>> homes, String path) {
        if (homes.values().stream().anyMatch(home -> home.size() > MOST_IN_ONE)) {
            throw new Fault(FaultCode.TOO_MANY, path, MOST_IN_ONE);
        }
    }
}
