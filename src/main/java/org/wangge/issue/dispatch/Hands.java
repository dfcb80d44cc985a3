package org.wangge.issue.dispatch;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import org.wangge.personnel.DepartmentId;
import org.wangge.personnel.MemberId;
import reactor.core.publisher.Mono;

/// Members and departments as those who can have an issue in hand.
@Component
class Hands {
    private final DatabaseClient database;

    Hands(DatabaseClient database) {
        this.database = database;
    }

    /// Empty when whoever is named cannot have an issue of that grid in hand on that day.
    Mono<Hand> find(HandInput input, GridKey at, LocalDate on) {
        if (input.memberId() != null) {
            return member(input.memberId(), at, on);
        }
        return input.departmentId() == null ? Mono.empty() : department(input.departmentId(), at);
    }

    private Mono<Hand> member(MemberId id, GridKey at, LocalDate on) {
        return database.sql("""
                        select m.id as member_id, null::uuid as department_id, s.grid_key, s.is_grid_staff, m.name
                        from member m
                        cross join lateral service_in(m.id, grid_line(:key), :on) as s
                        where m.id = :id""")
                .bind("id", id.value())
                .bind("key", at.path())
                .bind("on", on)
                .map(Hands::row)
                .one();
    }

    private Mono<Hand> department(DepartmentId id, GridKey at) {
        return database.sql("""
                        select null::uuid as member_id, id as department_id, grid_key, false as is_grid_staff, name
                        from department
                        where id = :id and is_department_near(grid_key, grid_line(:key))""")
                .bind("id", id.value())
                .bind("key", at.path())
                .map(Hands::row)
                .one();
    }

    static Hand row(Readable row) {
        return new Hand(
                Rows.mapped(row, "member_id", UUID.class, MemberId::new),
                Rows.mapped(row, "department_id", UUID.class, DepartmentId::new),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.get(row, "is_grid_staff", Boolean.class),
                Rows.text(row, "name"));
    }
}
