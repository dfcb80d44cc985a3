package org.wangge.issue.reply;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import org.wangge.issue.Issue;
import reactor.core.publisher.Mono;

/// What somebody is to an issue, where its grid does not say it.
@Component
class ReplyHands {
    private static final Set<Role> OUTSIDERS =
            EnumSet.of(Role.ANONYMOUS, Role.RESIDENT, Role.VOLUNTEER, Role.AGENCY_STAFF);

    private final DatabaseClient database;

    ReplyHands(DatabaseClient database) {
        this.database = database;
    }

    /// @param isReporter whether they reported it, or it was reported for them
    /// @param isHandler whether they, or their department, have or had an order in the current round
    record Tie(boolean isReporter, boolean isHandler) {}

    /// Those issues that the viewer is tied to. Nobody in particular is tied to none.
    Mono<Map<UUID, Tie>> ties(Collection<Issue> issues, Viewer viewer) {
        if (viewer.accountId() == null) {
            return Mono.just(Map.of());
        }
        return database.sql("""
                        select i.id, (i.reporter = :actor or coalesce(i.on_behalf_of = :resident, false)) as is_reporter,
                               coalesce(i.hands && array[m.id, m.department_id], false) as is_handler
                        from issue i left join member m on m.id = :member
                        where i.id = any(:ids)""")
                .bind("ids", Batch.ids(issues.stream().map(Issue::uuid).toList()))
                .bind("actor", viewer.actor())
                .bind("resident", Rows.orNull(viewer.residentId(), UUID.class))
                .bind("member", Rows.orNull(viewer.memberId(), UUID.class))
                .map(ReplyHands::tie)
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /// Whether the viewer holds one of the roles at a grid now.
    static boolean holds(Viewer viewer, Set<Role> roles, GridKey at) {
        return viewer.grants().stream()
                .anyMatch(
                        grant -> roles.contains(grant.role()) && grant.within().holds(at));
    }

    static boolean isStaff(Viewer viewer) {
        return !OUTSIDERS.containsAll(viewer.roles());
    }

    private static Map.Entry<UUID, Tie> tie(Readable row) {
        return Map.entry(
                Rows.uuid(row, "id"),
                new Tie(Rows.get(row, "is_reporter", Boolean.class), Rows.get(row, "is_handler", Boolean.class)));
    }
}
