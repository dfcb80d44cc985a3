package org.wangge.issue.clock;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.grid.AreaClass;
import org.wangge.grid.GridKey;
import org.wangge.issue.IssueType;
import org.wangge.issue.Urgency;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The policies in the database: those that hold everywhere, and those of single subdistricts.
@Component
class SlaPolicies {
    private final DatabaseClient database;

    SlaPolicies(DatabaseClient database) {
        this.database = database;
    }

    /// All that are known in a subdistrict.
    Flux<SlaPolicy> in(GridKey subdistrict) {
        return database.sql("""
                        select id, grid_key, point, type, category_code, urgency, area_class, is_working, days, minutes,
                               longest_days, priority, is_active, version, changed_at
                        from sla_policy
                        where grid_key is null or grid_key = :grid
                        order by point, type nulls first, category_code nulls first, urgency nulls first,
                                 area_class nulls first, grid_key nulls first
                        limit 1000""")
                .bind("grid", subdistrict.path())
                .map(SlaPolicies::row)
                .all();
    }

    Mono<SlaPolicy> find(UUID id) {
        return database.sql("""
                        select id, grid_key, point, type, category_code, urgency, area_class, is_working, days, minutes,
                               longest_days, priority, is_active, version, changed_at
                        from sla_policy
                        where id = :id""").bind("id", id).map(SlaPolicies::row).one();
    }

    Mono<Boolean> knowsCategory(String code) {
        return database.sql("select exists (select 1 from issue_category where code = :code) as known")
                .bind("code", code)
                .map(row -> Rows.get(row, "known", Boolean.class))
                .one();
    }

    /// The version of the subdistrict's own for such issues; 0 when it has none.
    Mono<Integer> version(GridKey subdistrict, ChangeSlaPolicyInput input) {
        return match(database.sql("""
                        select coalesce(max(version), 0) as version
                        from sla_policy
                        where grid_key = :grid and point = :point and type is not distinct from :type
                          and category_code is not distinct from :category and urgency is not distinct from :urgency
                          and area_class is not distinct from :areaClass"""), subdistrict, input)
                .map(row -> Rows.number(row, "version"))
                .one();
    }

    /// Empty when it is not at the version any more.
    Mono<SlaPolicy> put(GridKey subdistrict, ChangeSlaPolicyInput input, String actor, Instant now) {
        return match(database.sql("""
                        insert into sla_policy as p
                               (grid_key, point, type, category_code, urgency, area_class, is_working, days, minutes,
                                longest_days, priority, is_active, changed_by, changed_at)
                        values (:grid, :point, :type, :category, :urgency, :areaClass, :isWorking, :days, :minutes,
                                :longest, :priority, :isActive, :actor, :now)
                        on conflict on constraint sla_policy_once do update
                        set is_working = excluded.is_working, days = excluded.days, minutes = excluded.minutes,
                            longest_days = excluded.longest_days, priority = excluded.priority,
                            is_active = excluded.is_active, changed_by = excluded.changed_by,
                            changed_at = excluded.changed_at, version = p.version + 1
                        where p.version = :expected
                        returning id, grid_key, point, type, category_code, urgency, area_class, is_working, days, minutes,
                                  longest_days, priority, is_active, version, changed_at"""), subdistrict, input)
                .bind("isWorking", input.isWorking())
                .bind("days", input.days())
                .bind("minutes", input.minutes())
                .bind("longest", Rows.orNull(input.longestDays(), Integer.class))
                .bind("priority", input.priority())
                .bind("isActive", input.isActive())
                .bind("actor", actor)
                .bind("now", now)
                .bind("expected", input.expectedVersion())
                .map(SlaPolicies::row)
                .one();
    }

    private static GenericExecuteSpec match(
            GenericExecuteSpec statement, GridKey subdistrict, ChangeSlaPolicyInput input) {
        return statement
                .bind("grid", subdistrict.path())
                .bind("point", input.point().name())
                .bind("type", Rows.orNull(name(input.type()), String.class))
                .bind("category", Rows.orNull(input.category(), String.class))
                .bind("urgency", Rows.orNull(name(input.urgency()), String.class))
                .bind("areaClass", Rows.orNull(name(input.areaClass()), String.class));
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private static SlaPolicy row(Readable row) {
        return new SlaPolicy(
                Rows.uuid(row, "id"),
                row.get("grid_key", String.class) != null,
                Rows.constant(row, "point", DuePoint.class),
                Rows.mapped(row, "type", String.class, IssueType::valueOf),
                row.get("category_code", String.class),
                Rows.mapped(row, "urgency", String.class, Urgency::valueOf),
                Rows.mapped(row, "area_class", String.class, AreaClass::valueOf),
                Rows.get(row, "is_working", Boolean.class),
                Rows.number(row, "days"),
                Rows.number(row, "minutes"),
                row.get("longest_days", Integer.class),
                Rows.number(row, "priority"),
                Rows.get(row, "is_active", Boolean.class),
                Rows.number(row, "version"),
                row.get("changed_at", Instant.class));
    }
}
