package org.wangge.organisation.certificate;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.NodeSource;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Node;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Conditions;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.Direction;
import org.wangge.graphql.page.Listing;
import org.wangge.graphql.page.PageRequest;
import org.wangge.graphql.page.Pages;
import org.wangge.graphql.page.Sort;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.organisation.volunteer.Volunteer;
import org.wangge.organisation.volunteer.VolunteerId;
import org.wangge.organisation.volunteer.VolunteerSight;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The certificates in the database: seen by those who see the volunteer.
@Component
class Certificates implements NodeSource {
    private static final String COLUMNS = """
            c.id, c.no, c.check_code, c.volunteer_id, c.grid_id, c.grid_key, c.from_on, c.to_on, c.minutes, c.total_minutes,
            c.issued_at, c.issued_by, c.revoked_at, c.revoke_reason, c.version""";
    private static final String TABLES = "service_certificate c join volunteer v on v.id = c.volunteer_id";
    private static final Listing<ServiceCertificate> LIST =
            new Listing<>(COLUMNS, TABLES, "c.id", Certificates::row, ServiceCertificate::uuid);
    private static final Sort<ServiceCertificate> NEWEST =
            new Sort<>("c.issued_at", Sort.Kind.INSTANT, ServiceCertificate::issuedAt, Direction.DESC);

    private final DatabaseClient database;
    private final Pages pages;

    Certificates(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return ServiceCertificateId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(ids, VolunteerSight.of(viewer)).cast(Node.class);
    }

    Mono<ServiceCertificate> find(ServiceCertificateId id, VolunteerSight sight) {
        return all(List.of(id.value()), sight).next();
    }

    /// Whoever has the number; the check code is still to be compared.
    Mono<ServiceCertificate> numbered(String no) {
        return select(new Conditions().and("c.no = :no", "no", no)).next();
    }

    Mono<Connection<ServiceCertificate>> page(VolunteerSight sight, PageRequest page) {
        return pages.page(LIST, sight.belongings("c.grid_key"), NEWEST, page);
    }

    /// Of what was credited in the time; empty when that is nothing.
    Mono<UUID> insert(IssueCertificateInput input, Volunteer volunteer, String actor, Instant now) {
        return database.sql("""
                        insert into service_certificate (no, check_code, volunteer_id, grid_id, grid_key, from_on, to_on, minutes,
                                                         total_minutes, issued_at, issued_by)
                        select 'ZM' || :year || lpad(nextval('service_certificate_no')::text, 8, '0'), :code, v.id, v.grid_id,
                               v.grid_key, :fromOn, :toOn, served.minutes, v.service_minutes, :now, :actor
                        from volunteer v
                        cross join lateral (
                          select sum(s.minutes)::int as minutes from service_credit s
                          where s.volunteer_id = v.id and s.on_day >= :fromOn and s.on_day < :toOn
                        ) as served
                        where v.id = :volunteer and served.minutes > 0
                        returning id""")
                .bind("year", String.valueOf(input.toOn().minusDays(1).getYear()))
                .bind("code", CheckCode.made())
                .bind("fromOn", input.fromOn())
                .bind("toOn", input.toOn())
                .bind("now", now)
                .bind("actor", actor)
                .bind("volunteer", volunteer.uuid())
                .map(row -> Rows.uuid(row, "id"))
                .one();
    }

    /// False when it is not at the version any more.
    Mono<Boolean> revoke(RevokeCertificateInput input, String actor, Instant now) {
        return database.sql("""
                        update service_certificate
                        set revoked_at = :now, revoked_by = :actor, revoke_reason = :reason, version = version + 1
                        where id = :id and version = :version and revoked_at is null""")
                .bind("now", now)
                .bind("actor", actor)
                .bind("reason", input.reason().strip())
                .bind("id", input.certificateId().value())
                .bind("version", input.expectedVersion())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private Flux<ServiceCertificate> all(Collection<UUID> ids, VolunteerSight sight) {
        return select(sight.belongings("c.grid_key").and("c.id = any(:ids)", "ids", Batch.ids(ids)));
    }

    private Flux<ServiceCertificate> select(Conditions where) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom " + TABLES + where.sql()))
                .map(Certificates::row)
                .all();
    }

    private static ServiceCertificate row(Readable row) {
        return new ServiceCertificate(
                new ServiceCertificateId(Rows.uuid(row, "id")),
                Rows.text(row, "no"),
                Rows.text(row, "check_code"),
                new VolunteerId(Rows.uuid(row, "volunteer_id")),
                new GridId(Rows.uuid(row, "grid_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.get(row, "from_on", LocalDate.class),
                Rows.get(row, "to_on", LocalDate.class),
                Rows.number(row, "minutes"),
                Rows.number(row, "total_minutes"),
                Rows.get(row, "issued_at", Instant.class),
                Rows.text(row, "issued_by"),
                row.get("revoked_at", Instant.class),
                row.get("revoke_reason", String.class),
                Rows.number(row, "version"));
    }
}
