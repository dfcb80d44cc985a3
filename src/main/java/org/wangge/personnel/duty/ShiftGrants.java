package org.wangge.personnel.duty;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Grant;
import org.wangge.access.GrantSource;
import org.wangge.access.Role;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import reactor.core.publisher.Flux;

/// A post is held during a shift and no longer: its rights come and go with it.
@Component
class ShiftGrants implements GrantSource {
    private static final Duration AHEAD = Duration.ofHours(1);

    private final DatabaseClient database;

    ShiftGrants(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Grant> of(UUID memberId, Instant now) {
        return database.sql("""
                        select p.type, p.grid_key, s.starts_at, s.ends_at
                        from duty_shift s
                        join post p on p.id = s.post_id
                        where s.member_id = :member and s.starts_at < :ahead and s.starts_at > :dayBefore and s.ends_at > :now""")
                .bind("member", memberId)
                .bind("now", now)
                .bind("ahead", now.plus(AHEAD))
                .bind("dayBefore", now.minus(Duration.ofDays(1)).minus(AHEAD))
                .map(row -> new Grant(
                        Role.valueOf(Rows.text(row, "type")),
                        new GridKey(Rows.text(row, "grid_key")),
                        Rows.get(row, "starts_at", Instant.class),
                        Rows.get(row, "ends_at", Instant.class)))
                .all();
    }
}
