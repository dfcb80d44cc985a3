package org.wangge.issue.dispatch;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueLevel;
import reactor.core.publisher.Mono;

/// Whom issues should go to, for many in one statement.
@Component
class Suggestions {
    private final DatabaseClient database;

    Suggestions(DatabaseClient database) {
        this.database = database;
    }

    /// An issue, and the level at which it is to be dealt with.
    record Wanted(Issue issue, IssueLevel level) {}

    /// The rule of the nearest grid that leads to somebody, one for the category before one for its
    /// class, one for the level before one for all, then by priority. A rule for all levels is
    /// passed over where whom it names stands below the level. Where no rule leads to anybody: the
    /// dedicated member of the comprehensive grid, else its leader; or the leader of the community,
    /// else its committees.
    Mono<Map<Wanted, Hand>> all(Collection<Wanted> asked, LocalDate on) {
        var wanted = List.copyOf(asked);
        return database.sql("""
                        with wanted as (
                          select w.no, w.level, array_position('{GRID,COMMUNITY,SUBDISTRICT,DISTRICT}'::text[], w.level) as height,
                                 grid_line(w.grid_key) as line, c.code, c.parent_code
                          from unnest(:nos::int[], :levels::text[], :keys::text[], :categories::uuid[])
                               as w (no, level, grid_key, category_id)
                          join issue_category c on c.id = w.category_id
                        ), rule as (
                          select w.no, w.height, w.line, r.department_id, r.member_id, r.role, length(r.grid_key) as nearness,
                                 r.category_code = w.code as is_exact, r.level is not null as is_levelled, r.priority
                          from wanted w
                          join dispatch_rule r on r.grid_key = any(w.line) and r.is_active
                            and r.category_code in (w.code, w.parent_code) and (r.level is null or r.level = w.level)
                          union all
                          select w.no, w.height, w.line, null, null, d.role, -1, false, true, d.place
                          from wanted w
                          join (values ('GRID', 'GRID_MEMBER', 1), ('GRID', 'GRID_LEADER', 2),
                                       ('COMMUNITY', 'COMMUNITY_LEADER', 1), ('COMMUNITY', 'COMMITTEE', 2)) as d (level, role, place) on d.level = w.level
                        ), hand as (
                          select r.*, null::uuid as hand_member, d.id as hand_department, d.grid_key,
                                 false as is_grid_staff, d.name, department_reach(d.kind) as reach
                          from rule r join department d on d.id = r.department_id
                          union all
                          select r.*, m.id, null, s.grid_key, s.is_grid_staff, m.name, s.reach
                          from rule r join member m on m.id = r.member_id
                          cross join lateral service_in(m.id, r.line, :on) as s
                          union all
                          select r.*, null, d.id, d.grid_key, false, d.name, 2
                          from rule r
                          join department d on d.grid_key = any(r.line) and d.kind = 'COMMUNITY_COMMITTEE'
                          where r.role = 'COMMITTEE'
                          union all
                          select r.*, m.id, null, a.grid_key, a.grid_level > 2, m.name,
                                 case when a.grid_level > 2 then 1 else 2 end
                          from rule r
                          join assignment a on a.grid_key = any(r.line)
                            and a.role = case r.role when 'GRID_MEMBER' then 'GRID_MEMBER' else 'GRID_LEADER' end
                            and a.grid_level = case r.role when 'COMMUNITY_LEADER' then 2 else 3 end
                            and a.from_on <= :on and (a.to_on is null or a.to_on > :on)
                          join member m on m.id = a.member_id
                          where r.role in ('GRID_MEMBER', 'GRID_LEADER', 'COMMUNITY_LEADER')
                        )
                        select distinct on (no) no, hand_member as member_id, hand_department as department_id, grid_key,
                               is_grid_staff, name
                        from hand
                        where is_levelled or reach >= height
                        order by no, nearness desc, is_exact desc, is_levelled desc, priority, name""")
                .bind("nos", IntStream.range(0, wanted.size()).boxed().toArray(Integer[]::new))
                .bind("levels", wanted.stream().map(one -> one.level().name()).toArray(String[]::new))
                .bind(
                        "keys",
                        wanted.stream().map(one -> one.issue().gridKey().path()).toArray(String[]::new))
                .bind(
                        "categories",
                        wanted.stream()
                                .map(one -> one.issue().categoryId().value())
                                .toArray(UUID[]::new))
                .bind("on", on)
                .map(row -> Map.entry(wanted.get(Rows.number(row, "no")), Hands.row(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }
}
