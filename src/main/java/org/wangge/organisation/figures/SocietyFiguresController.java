package org.wangge.organisation.figures;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Controller;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import org.wangge.organisation.OrganisationKind;
import org.wangge.organisation.volunteer.StarLevel;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// The figures of the society in the graph: public, since they tell of nobody.
@Controller
class SocietyFiguresController {
    private final DatabaseClient database;
    private final Grids grids;
    private final Clock clock;

    SocietyFiguresController(DatabaseClient database, Grids grids, Clock clock) {
        this.database = database;
        this.grids = grids;
        this.clock = clock;
    }

    /// @throws Fault NOT_FOUND, INVALID_RANGE
    @QueryMapping
    Mono<SocietyFigures> societyFigures(@Argument GridId gridId, @Argument LocalDate from, @Argument LocalDate to) {
        if (!to.isAfter(from)) {
            throw new Fault(FaultCode.INVALID_RANGE, "to");
        }
        return grids.get(gridId, Scope.everywhere()).flatMap(grid -> count(grid.key(), from, to));
    }

    private Mono<SocietyFigures> count(GridKey key, LocalDate from, LocalDate to) {
        return database.sql("""
                        select array(
                                 select count(o.id)::int
                                 from unnest(:kinds::text[]) with ordinality as k (kind, no)
                                 left join social_organisation o
                                   on o.kind = k.kind and o.grid_key >= :low and o.grid_key < :high
                                   and o.founded_on < :to and (o.dissolved_on is null or o.dissolved_on > :from)
                                 group by k.no order by k.no) as organisations,
                               contracts.agencies, contracts.contracts, contracts.amount, volunteers.volunteers,
                               volunteers.stars,
                               (select count(*)::int from volunteer_team t
                                where t.grid_key >= :low and t.grid_key < :high and t.formed_at < :until
                                  and (t.disbanded_at is null or t.disbanded_at > :since)) as teams,
                               (select count(*)::int from service_certificate c
                                where c.grid_key >= :low and c.grid_key < :high and c.issued_at >= :since
                                  and c.issued_at < :until and c.revoked_at is null) as certificates
                        from (select count(distinct k.agency_id)::int as agencies, count(*)::int as contracts,
                                     coalesce(sum(k.amount), 0)::float8 as amount
                              from service_contract k
                              where k.grid_key >= :low and k.grid_key < :high and k.from_on < :to
                                and k.to_on > :from) as contracts
                        cross join (select count(*)::int as volunteers,
                                           count(*) filter (where v.service_minutes >= :star)::int as stars
                                    from volunteer v
                                    where v.grid_key >= :low and v.grid_key < :high and v.joined_at < :until
                                      and (v.left_at is null or v.left_at > :since)) as volunteers""")
                .bind(
                        "kinds",
                        Arrays.stream(OrganisationKind.values()).map(Enum::name).toArray(String[]::new))
                .bind("low", key.path())
                .bind("high", key.end())
                .bind("from", from)
                .bind("to", to)
                .bind("since", from.atStartOfDay(clock.getZone()).toInstant())
                .bind("until", to.atStartOfDay(clock.getZone()).toInstant())
                .bind("star", StarLevel.minutes(1))
                .map(SocietyFiguresController::figures)
                .one();
    }

    private static SocietyFigures figures(Readable row) {
        return new SocietyFigures(
                Rows.number(row, "agencies"),
                Rows.number(row, "contracts"),
                Rows.get(row, "amount", Double.class),
                Rows.number(row, "volunteers"),
                Rows.number(row, "stars"),
                Rows.number(row, "teams"),
                Rows.number(row, "certificates"),
                byKind(Rows.get(row, "organisations", Integer[].class)));
    }

    private static List<SocietyFigures.OfKind> byKind(Integer[] counts) {
        var kinds = OrganisationKind.values();
        return IntStream.range(0, kinds.length)
                .mapToObj(i -> new SocietyFigures.OfKind(kinds[i], counts[i]))
                .toList();
    }
}
