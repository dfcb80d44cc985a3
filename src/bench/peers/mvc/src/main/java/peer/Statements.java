package peer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The statements of the queries, one for each level of a question.
@Repository
class Statements {
    private static final String ISSUE =
            "select i.id, i.title, i.status, i.urgency, i.reported_at, i.grid_id, i.lead_member_id";

    private final JdbcClient database;

    Statements(JdbcClient database) {
        this.database = database;
    }

    Rows.Issue issue(UUID id) {
        return database.sql(ISSUE + " from issue i where i.id = ?")
                .param(id)
                .query((row, n) -> issue(row))
                .optional()
                .orElse(null);
    }

    List<Rows.Issue> openWithin(UUID grid, int first) {
        return database.sql(ISSUE + """
                         from grid g
                        join issue i on i.grid_key >= g.grid_key and i.grid_key < left(g.grid_key, -1) || '/'
                        where g.id = ? and i.is_open
                        order by i.reported_at desc, i.id desc
                        limit ?""")
                .param(grid)
                .param(first)
                .query((row, n) -> issue(row))
                .list();
    }

    Rows.IssueConnection filtered(List<String> category, List<String> status, List<String> urgency, int first) {
        var total = new int[1];
        var nodes = database.sql(ISSUE + """
                        , count(*) over () as amount
                        from issue i
                        where i.category_id = any (array(select id from issue_category where code = any(?)))
                        and i.status = any(?) and i.urgency = any(?)
                        order by i.reported_at desc, i.id desc
                        limit ?""")
                .param(category.toArray(String[]::new))
                .param(status.toArray(String[]::new))
                .param(urgency.toArray(String[]::new))
                .param(first)
                .query((row, n) -> {
                    total[0] = row.getInt(8);
                    return issue(row);
                })
                .list();
        return new Rows.IssueConnection(nodes, new Rows.Total(total[0]));
    }

    List<Rows.Entry> lastEntries(Collection<UUID> issues, int last) {
        return database.sql("""
                        select k.id, t.move, t.at
                        from unnest(?) as k (id)
                        cross join lateral (
                          select seq, move, at from issue_timeline where issue_id = k.id order by seq desc limit ?
                        ) as t
                        order by t.seq""")
                .param(ids(issues))
                .param(last)
                .query((row, n) -> new Rows.Entry(uuid(row, 1), row.getString(2), time(row, 3)))
                .list();
    }

    List<Rows.Grid> grids(Collection<UUID> ids) {
        return grids("id = any(?)", ids(ids));
    }

    List<Rows.Grid> grid(String code) {
        return grids("code = ?", code);
    }

    List<Rows.Grid> children(Collection<UUID> parents) {
        return grids("parent_id = any(?) order by code", ids(parents));
    }

    List<Rows.Count> openCounts(Collection<UUID> grids) {
        return database.sql("""
                        select g.id, (
                          select count(*)
                          from issue i
                          where i.is_open and i.grid_key >= g.grid_key and i.grid_key < left(g.grid_key, -1) || '/'
                        )
                        from grid g
                        where g.id = any(?)""")
                .param(ids(grids))
                .query((row, n) -> new Rows.Count(uuid(row, 1), row.getInt(2)))
                .list();
    }

    List<Rows.Member> members(Collection<UUID> ids) {
        return database.sql("select id, name from member where id = any(?)")
                .param(ids(ids))
                .query((row, n) -> new Rows.Member(uuid(row, 1), row.getString(2)))
                .list();
    }

    private List<Rows.Grid> grids(String where, Object parameter) {
        return database.sql("select id, name, parent_id from grid where " + where)
                .param(parameter)
                .query((row, n) -> new Rows.Grid(uuid(row, 1), row.getString(2), uuid(row, 3)))
                .list();
    }

    private static UUID[] ids(Collection<UUID> ids) {
        return ids.stream().distinct().toArray(UUID[]::new);
    }

    static Rows.Issue issue(ResultSet row) throws SQLException {
        return new Rows.Issue(
                uuid(row, 1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                time(row, 5),
                uuid(row, 6),
                uuid(row, 7));
    }

    private static UUID uuid(ResultSet row, int column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static String time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toString();
    }
}
