package org.wangge.notice;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import org.wangge.grid.GridLevel;
import org.wangge.personnel.GridRole;
import reactor.core.publisher.Flux;

/// Finds out who a recipient is now.
@Component
class Addressees {
    private static final int MOST = 500;
    private static final Pattern ACTOR = Pattern.compile("(account|member|resident):([0-9a-f-]{36})");
    private static final Map<String, String> COLUMNS =
            Map.of("account", "id", "member", "member_id", "resident", "resident_id");

    private final DatabaseClient database;
    private final Clock clock;

    Addressees(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Flux<Addressee> of(Recipient recipient, Instant now) {
        return switch (recipient) {
            case Recipient.Person(var actor) -> person(actor);
            case Recipient.Account(var id) -> Flux.just(Addressee.account(id));
            case Recipient.Phone(var issue) -> Flux.just(new Addressee("phone:" + issue, null));
            case Recipient.Post post -> post(post, now);
            case Recipient.Office(var department) -> office(department);
        };
    }

    private Flux<Addressee> person(String actor) {
        var name = ACTOR.matcher(actor);
        if (!name.matches()) {
            return Flux.empty();
        }
        return database.sql("select id from account where " + COLUMNS.get(name.group(1)) + " = :id")
                .bind("id", UUID.fromString(name.group(2)))
                .map(row -> Addressee.account(Rows.uuid(row, "id")))
                .all()
                .defaultIfEmpty(new Addressee(actor, null));
    }

    private Flux<Addressee> post(Recipient.Post post, Instant now) {
        var places = places(post);
        return database.sql("""
                        select null::uuid as member_id, a.id as account_id
                        from account_grant g join account a on a.id = g.account_id
                        where g.role = :role and g.grid_key = any(:keys)
                          and g.from_at <= :now and (g.to_at is null or g.to_at > :now)
                        union
                        select s.member_id, a.id
                        from duty_shift s join post p on p.id = s.post_id left join account a on a.member_id = s.member_id
                        where p.type = :role and p.grid_key = any(:keys) and s.starts_at <= :now and s.ends_at > :now
                        union
                        select s.member_id, a.id
                        from assignment s
                        join unnest(:roles::text[], :levels::int[]) as held (role, level)
                          on held.role = s.role and held.level = s.grid_level
                        left join account a on a.member_id = s.member_id
                        where s.grid_key = any(:keys) and s.from_on <= :today and (s.to_on is null or s.to_on > :today)
                        limit :most""")
                .bind("role", post.role().name())
                .bind("keys", keys(post.at()))
                .bind("roles", places.map(Place::role).toArray(String[]::new))
                .bind("levels", places(post).map(Place::level).toArray(Integer[]::new))
                .bind("now", now)
                .bind("today", LocalDate.ofInstant(now, clock.getZone()))
                .bind("most", MOST)
                .map(Addressees::member)
                .all();
    }

    private Flux<Addressee> office(UUID department) {
        return database.sql("""
                        select m.id as member_id, a.id as account_id
                        from member m left join account a on a.member_id = m.id
                        where m.department_id = :department
                        order by m.id
                        limit :most""")
                .bind("department", department)
                .bind("most", MOST)
                .map(Addressees::member)
                .all();
    }

    private static Addressee member(Readable row) {
        var account = row.get("account_id", UUID.class);
        return account == null
                ? new Addressee("member:" + Rows.uuid(row, "member_id"), null)
                : Addressee.account(account);
    }

    private record Place(String role, int level) {}

    /// As what, and at which level, somebody holds the role by an assignment.
    private static Stream<Place> places(Recipient.Post post) {
        return Arrays.stream(GridRole.values())
                .flatMap(role -> Arrays.stream(GridLevel.values())
                        .filter(level -> role.brings(level) == post.role())
                        .map(level -> new Place(role.name(), level.ordinal())));
    }

    /// The grid and all above it.
    private static String[] keys(GridKey at) {
        return Stream.concat(Stream.of(GridKey.WHOLE, at), at.ancestors().stream())
                .map(GridKey::path)
                .toArray(String[]::new);
    }
}
