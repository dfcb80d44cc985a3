package org.wangge.access;

import java.util.UUID;
import org.wangge.town.TestPostgres;
import org.wangge.town.TownGrid;

/// An account of one test, with one session, whose rights the test can take away.
record Visitor(String database, UUID account, UUID session) {
    static Visitor with(String role, TownGrid grid, String database) {
        var visitor = new Visitor(database, UUID.randomUUID(), UUID.randomUUID());
        visitor.execute("insert into account (id, kind) values ('%s', 'STAFF')".formatted(visitor.account));
        visitor.execute("""
                insert into account_session (id, account_id, begun_at, seen_at, expires_at, second_factor)
                values ('%s', '%s', now(), now(), now() + interval '1 hour', true)""".formatted(visitor.session, visitor.account));
        visitor.grant(role, grid, "null");
        return visitor;
    }

    void grant(String role, TownGrid grid, String until) {
        execute("""
                insert into account_grant (account_id, role, grid_id, grid_key, from_at, to_at, given_by, reason)
                values ('%s', '%s', '%s', '%s', '2025-01-01', %s, 'test', 'test')""".formatted(account, role, grid.uuid(), grid.key(), until));
    }

    void loseGrants() {
        execute("delete from account_grant where account_id = '%s'".formatted(account));
    }

    void signOut() {
        execute("update account_session set ended_at = now() where id = '%s'".formatted(session));
    }

    void disable() {
        execute("update account set disabled_at = now() where id = '%s'".formatted(account));
    }

    private void execute(String sql) {
        TestPostgres.execute(database, sql);
    }
}
