package org.wangge.personnel;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Grant;
import org.wangge.access.GrantSource;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import org.wangge.grid.GridLevel;
import reactor.core.publisher.Flux;

/// Rights come from assignments: whoever is in charge of a grid holds a role in it, for as long.
@Component
class AssignmentGrants implements GrantSource {
    private final DatabaseClient database;
    private final Clock clock;

    AssignmentGrants(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Flux<Grant> of(UUID memberId, Instant now) {
        return database.sql("""
                        select role, grid_level, grid_key, from_on, to_on
                        from assignment
                        where member_id = :member and from_on <= :tomorrow and (to_on is null or to_on > :today)""")
                .bind("member", memberId)
                .bind("today", LocalDate.ofInstant(now, clock.getZone()))
                .bind("tomorrow", LocalDate.ofInstant(now, clock.getZone()).plusDays(1))
                .map(this::grant)
                .all();
    }

    private Grant grant(Readable row) {
        var role = Rows.constant(row, "role", GridRole.class);
        var level = GridLevel.values()[Rows.number(row, "grid_level")];
        return new Grant(
                role.brings(level),
                new GridKey(Rows.text(row, "grid_key")),
                startOf(Rows.get(row, "from_on", LocalDate.class)),
                end(row.get("to_on", LocalDate.class)));
    }

    private @Nullable Instant end(@Nullable LocalDate day) {
        return day == null ? null : startOf(day);
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }
}
