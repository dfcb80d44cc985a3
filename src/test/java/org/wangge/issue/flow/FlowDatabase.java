package org.wangge.issue.flow;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.UUID;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueStatus;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;

/// The tables under the flow, past the server.
final class FlowDatabase {
    private final String name;

    FlowDatabase(String name) {
        this.name = name;
    }

    void member(UUID id, String department) {
        execute("""
                insert into member (id, grid_key, name, origin, department_id, card_no, card_title, card_is_public)
                values ('%s', '1.1.1.', '王秀英', 'FULL_TIME', %s, '%s', '网格队员', false)
                """.formatted(id, department, id.toString().substring(24)));
    }

    void department(UUID id, String code) {
        execute("""
                insert into department (id, code, name, kind, grid_id, grid_key)
                select '%s', '%s', '综合执法', 'STREET_OFFICE', id, grid_key from grid where grid_key = '1.'
                """.formatted(id, code));
    }

    List<String> texts(String sql) {
        return Tables.texts(name, sql);
    }

    /// An issue in a state, with as much of a history as the guards of the state ask for.
    IssueId issue(IssueStatus status) {
        return issue(status, Somebody.REPORTER.viewer().actor());
    }

    IssueId issue(IssueStatus status, Player reporter) {
        return issue(status, reporter.viewer().actor());
    }

    private IssueId issue(IssueStatus status, String reporter) {
        var id = UUID.randomUUID();
        var isMerged = status == IssueStatus.MERGED;
        var target = isMerged ? issue(IssueStatus.REPORTED).value().toString() : "";
        execute("""
                insert into issue (id, tracking_code, case_no, type, category_id, title, description, source, urgency, level,
                                   confidentiality, status, grid_id, grid_key, reported_grid_key, reporter, reported_at,
                                   accepted_at, updated_at, closed_at, merged_into, hands)
                select '%1$s', '%1$s', '%1$s', 'CONSULTATION', c.id, '井盖坏了', '井盖坏了，有人摔倒', 'WALK_IN', 'NORMAL', 'GRID',
                       'PUBLIC', '%2$s', g.id, g.grid_key, g.grid_key, '%3$s', now(), now(), now(), now(),
                       nullif('%4$s', '')::uuid, array['%5$s', '%6$s']::uuid[]
                from issue_category c, grid g
                where c.code = 'DRAINAGE' and g.grid_key = '%7$s'""".formatted(
                        id,
                        status,
                        reporter,
                        target,
                        Somebody.LEAD.memberId(),
                        Somebody.CO_HANDLER.memberId(),
                        Town.EAST_YARD.key()));
        execute("""
                insert into issue_timeline (issue_id, seq, move, from_status, to_status, actor, acted_as, at)
                values ('%s', 1, 'REPORT', null, '%s', 'account:somebody', 'ANYONE', now())""".formatted(id, status));
        if (isMerged) {
            execute("""
                    insert into issue_merge (issue_id, no, into_id, merged_by, merged_at, reason, status_before)
                    values ('%s', 1, '%s', 'account:somebody', now(), '同一件事', 'REPORTED')""".formatted(id, target));
        }
        if (Sample.of(status).isInHand()) {
            order(id, 1, true, Somebody.LEAD);
            order(id, 2, false, Somebody.CO_HANDLER);
        }
        return new IssueId(id);
    }

    private void order(UUID issue, int seq, boolean isLead, Somebody whose) {
        execute("""
                insert into work_order (issue_id, round, seq, is_lead, member_id, grid_key, status, dispatched_by,
                                        dispatched_at, signed_by, signed_at)
                values ('%1$s', 1, %2$s, %3$s, '%4$s', '1.1.1.', 'SIGNED', 'account:d', now(), '%4$s', now())
                """.formatted(issue, seq, isLead, whose.memberId()));
    }

    /// What all tables hold, so that a change of any is seen.
    String digest() {
        var tables = Tables.texts(name, """
                select table_name from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
                order by 1""");
        var each = tables.stream()
                .map(table -> "select '" + table
                        + "', md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from " + table + " t")
                .collect(joining(" union all "));
        return String.join(
                "\n", Tables.texts(name, "select a || ' ' || b from (" + each + ") as all_of_it (a, b) order by 1"));
    }

    void execute(String sql) {
        TestPostgres.execute(name, sql);
    }
}
