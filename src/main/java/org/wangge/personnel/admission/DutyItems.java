package org.wangge.personnel.admission;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.NodeSource;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Node;
import org.wangge.graphql.Rows;
import org.wangge.graphql.page.Conditions;
import org.wangge.grid.Grid;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.grid.Scope;
import org.wangge.personnel.DepartmentId;
import org.wangge.personnel.DutyCategory;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The duty lists in the database. Staff see those of the grids they serve, of all above and of all
/// below: what they may be given to do is set above them.
@Component
class DutyItems implements NodeSource {
    static final int MOST = 1_000;
    private static final String COLUMNS = """
            d.id, d.grid_id, d.grid_key, d.code, d.title, d.category, d.issue_categories, d.basis, d.owner_department_id,
            d.admitted_from, d.admitted_to, d.is_temporary, d.consent, d.approved_by, d.approved_at, d.end_reason,
            d.version""";

    private final DatabaseClient database;

    DutyItems(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public String type() {
        return DutyItemId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return select(near(viewer.scope(Right.PERSONNEL)).and("d.id = any(:ids)", "ids", Batch.ids(ids)))
                .cast(Node.class);
    }

    Mono<DutyItem> find(DutyItemId id, Scope scope) {
        return select(near(scope).and("d.id = :id", "id", id.value())).next();
    }

    /// Those in force on a day, of one grid and those above it if one is given, by their codes.
    ///
    /// @throws Fault TOO_MANY above 1,000: ask for one grid
    Mono<List<DutyItem>> inForce(LocalDate on, @Nullable GridKey at, @Nullable DutyCategory category, Scope scope) {
        var where =
                near(scope).and("d.admitted_from <= :on and (d.admitted_to is null or d.admitted_to > :on)", "on", on);
        if (at != null) {
            where.and("d.grid_key = any(:above)", "above", Batch.texts(at.line(), GridKey::path));
        }
        if (category != null) {
            where.and("d.category = :category", "category", category.name());
        }
        return select(where, "\norder by d.grid_key, d.code\nlimit " + (MOST + 1))
                .collectList()
                .doOnNext(DutyItems::requireShort);
    }

    /// @throws org.springframework.dao.DataIntegrityViolationException when the code is on the list in that time
    Mono<UUID> insert(AdmitDutyItemInput input, Grid grid, String approver, Instant at) {
        return database.sql("""
                        insert into duty_item (grid_id, grid_key, code, title, category, issue_categories, basis,
                                               owner_department_id, admitted_from, admitted_to, is_temporary, consent,
                                               approved_by, approved_at)
                        values (:grid, :gridKey, :code, :title, :category, :categories, :basis, :owner, :fromOn, :toOn,
                                :isTemporary, :consent, :approver, :at)
                        returning id""")
                .bind("grid", grid.id().value())
                .bind("gridKey", grid.key().path())
                .bind("code", input.code().strip())
                .bind("title", input.title().strip())
                .bind("category", input.category().name())
                .bind("categories", input.issueCategories().toArray(String[]::new))
                .bind("basis", input.basis().strip())
                .bind("owner", Rows.orNull(input.ownerUuid(), UUID.class))
                .bind("fromOn", input.fromOn())
                .bind("toOn", Rows.orNull(input.toOn(), LocalDate.class))
                .bind("isTemporary", input.isTemporary())
                .bind("consent", Rows.orNull(input.consentText(), String.class))
                .bind("approver", approver)
                .bind("at", at)
                .map(row -> Rows.uuid(row, "id"))
                .one();
    }

    /// False when it is not at the version any more.
    Mono<Boolean> end(DutyItem item, LocalDate on, String reason) {
        return database.sql("""
                        update duty_item
                        set admitted_to = :on, end_reason = :reason, version = version + 1
                        where id = :id and version = :version""")
                .bind("on", on)
                .bind("reason", reason)
                .bind("id", item.id().value())
                .bind("version", item.version())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Conditions near(Scope scope) {
        var keys = scope.subtrees();
        return scope.limit("d.grid_key").isEmpty()
                ? new Conditions()
                : new Conditions()
                        .and(
                                "exists (select 1 from unnest(:nearFrom, :nearTo) as near (low, high) where d.grid_key >= near.low"
                                        + " and d.grid_key < near.high or starts_with(near.low, d.grid_key))",
                                "nearFrom",
                                Batch.texts(keys, GridKey::path),
                                "nearTo",
                                Batch.texts(keys, GridKey::end));
    }

    private static void requireShort(List<DutyItem> items) {
        if (items.size() > MOST) {
            throw new Fault(FaultCode.TOO_MANY, "dutyItems", MOST);
        }
    }

    private Flux<DutyItem> select(Conditions where) {
        return select(where, "");
    }

    private Flux<DutyItem> select(Conditions where, String order) {
        return where.bind(database.sql("select " + COLUMNS + "\nfrom duty_item d" + where.sql() + order))
                .map(DutyItems::row)
                .all();
    }

    private static DutyItem row(Readable row) {
        return new DutyItem(
                new DutyItemId(Rows.uuid(row, "id")),
                new GridId(Rows.uuid(row, "grid_id")),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.text(row, "code"),
                Rows.text(row, "title"),
                Rows.constant(row, "category", DutyCategory.class),
                List.of(Rows.get(row, "issue_categories", String[].class)),
                Rows.text(row, "basis"),
                Rows.mapped(row, "owner_department_id", UUID.class, DepartmentId::new),
                Rows.get(row, "admitted_from", LocalDate.class),
                row.get("admitted_to", LocalDate.class),
                Rows.get(row, "is_temporary", Boolean.class),
                row.get("consent", String.class),
                Rows.text(row, "approved_by"),
                Rows.get(row, "approved_at", Instant.class),
                row.get("end_reason", String.class),
                Rows.number(row, "version"));
    }
}
