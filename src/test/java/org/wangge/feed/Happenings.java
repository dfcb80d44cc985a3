package org.wangge.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.wangge.graphql.GlobalId;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownGrid;

/// Issues of a yard, and events of them written past every node: nobody is woken by them.
final class Happenings {
    private final Connection connection;
    private final TownGrid yard;
    private final List<UUID> issues = new ArrayList<>();
    private int next;

    Happenings(String database, int count) throws SQLException {
        this(database, Town.EAST_YARD, count);
    }

    Happenings(String database, TownGrid yard, int count) throws SQLException {
        this.yard = yard;
        connection = TestPostgres.connect(database);
        connection.setAutoCommit(false);
        try (var insert = connection.prepareStatement("""
                insert into issue (id, tracking_code, type, category_id, title, description, source, urgency, level,
                                   confidentiality, status, grid_id, grid_key, reported_grid_key, reporter, reported_at,
                                   updated_at)
                select ?::uuid, ?, 'DEMAND', c.id, '井盖坏了', '井盖坏了，有人摔倒', 'WALK_IN', 'NORMAL', 'GRID', 'PUBLIC',
                       'REPORTED', g.id, g.grid_key, g.grid_key, 'anonymous', now(), now()
                from issue_category c, grid g
                where c.code = 'DRAINAGE' and g.grid_key = ?""")) {
            for (int i = 0; i < count; i++) {
                var id = UUID.randomUUID();
                issues.add(id);
                insert.setString(1, id.toString());
                insert.setString(2, id.toString());
                insert.setString(3, yard.key());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    /// Events of the next issues, one each, in one transaction.
    void happen(int count, Latencies latencies) throws SQLException {
        var some = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            some.add(issues.get(next++ % issues.size()));
        }
        try (var write = connection.prepareStatement("""
                with head as (
                  update stream set n = n + cardinality(?::uuid[])
                  where ? like grid_key || '%' returning no, n
                )
                insert into event (stream_no, n, type, subject, subject_version, grid_key, at)
                select head.no, head.n - cardinality(?::uuid[]) + e.position, 'ISSUE_URGED', e.id, 1, ?, now()
                from head, unnest(?::uuid[]) with ordinality as e (id, position)""")) {
            var ids = connection.createArrayOf("uuid", some.toArray());
            write.setArray(1, ids);
            write.setString(2, yard.key());
            write.setArray(3, ids);
            write.setString(4, yard.key());
            write.setArray(5, ids);
            write.executeUpdate();
        }
        connection.commit();
        some.forEach(id -> latencies.committed(GlobalId.encode("issue", id)));
    }
}
