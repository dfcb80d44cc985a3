package org.wangge.issue.statistics;

import java.util.UUID;
import org.wangge.town.TestPostgres;
import org.wangge.town.TownGrid;
import org.wangge.town.TownPeople;

/// Writes issues and what became of them straight into the tables, a line each.
final class CaseRows {
    private final String database;
    private final StringBuilder waiting = new StringBuilder();

    CaseRows(String database) {
        this.database = database;
    }

    /// Writes all that was said since the last time.
    void write() {
        if (!waiting.isEmpty()) {
            TestPostgres.execute(database, waiting.toString());
            waiting.setLength(0);
        }
    }

    /// One issue, for what is said of it next.
    final class Case {
        private final UUID id = UUID.randomUUID();
        private int seq = 1;
        private int round = 1;

        private Case(TownGrid grid, String reportedAt, String type, String source) {
            execute("""
                    insert into issue (id, tracking_code, type, category_id, title, description, source, urgency, level,
                                       confidentiality, status, grid_id, grid_key, reported_grid_key, reporter, reported_at,
                                       updated_at)
                    select '%1$s', '%1$s', '%2$s', id, '统计', '统计的事', '%3$s', 'NORMAL', 'GRID', 'PUBLIC', 'REPORTED',
                           '%4$s', '%5$s', '%5$s', 'anonymous', '%6$s', '%6$s'
                    from issue_category where code = 'NOISE'""".formatted(id, type, source, grid.uuid(), grid.key(), at(reportedAt)));
        }

        Case is(String status) {
            return set("status = '" + status + "'");
        }

        Case set(String columns) {
            execute("update issue set %s where id = '%s'".formatted(columns, id));
            return this;
        }

        Case accepted(String day) {
            return is("ACCEPTED").set("accepted_at = '" + at(day) + "'").move("ACCEPT", "ACCEPTED", day);
        }

        Case mergedInto(Case other) {
            return set("status = 'MERGED', merged_into = '" + other.id + "'");
        }

        Case partOf(Case whole) {
            return set("parent_id = '" + whole.id + "'");
        }

        Case movedTo(TownGrid grid) {
            return set("grid_id = '%s', grid_key = '%s'".formatted(grid.uuid(), grid.key()));
        }

        Case nextRound() {
            round++;
            return set("round = " + round);
        }

        Case move(String move, String to, String day) {
            seq++;
            execute("""
                    insert into issue_timeline (issue_id, seq, move, round, acted_as, to_status, actor, at)
                    values ('%s', %d, '%s', %d, 'LEAD', '%s', 'test', '%s')""".formatted(id, seq, move, round, to, at(day)));
            return this;
        }

        Case dispatched(String day, String ruling) {
            seq++;
            execute("""
                    insert into work_order (issue_id, round, seq, is_lead, member_id, grid_key, status, dispatched_by,
                                            dispatched_at, ended_at, ruling)
                    values ('%s', %d, %d, true, '%s', '1.1.1.', 'DONE', 'test', '%s', '%s', %s)""".formatted(id, round, seq, TownPeople.WANG.uuid(), at(day), at(day), ruling));
            return this;
        }

        /// What else is set of the last order.
        Case order(String columns) {
            execute("update work_order set %s where issue_id = '%s' and seq = %d".formatted(columns, id, seq));
            return this;
        }

        /// `more` is what else is set of the clock.
        Case clock(String point, String started, String due, String more) {
            seq++;
            execute("""
                    insert into issue_clock (issue_id, round, point, no, policy_id, is_working, started_at, due_at,
                                             original_due_at)
                    select '%s', %d, '%s', %d, id, false, '%s', '%s', '%s' from sla_policy limit 1""".formatted(id, round, point, seq, at(started), at(due), at(due)));
            if (!more.isEmpty()) {
                execute("update issue_clock set %s where issue_id = '%s' and no = %d".formatted(more, id, seq));
            }
            return this;
        }

        Case replied(String day) {
            execute("""
                    insert into issue_reply (id, issue_id, round, no, kind, measures, result, unit, appeal, actor, sent_at)
                    values ('%s', '%s', %d, 1, 'FINAL', '查看', '修好', '街道', '拨打12345', 'test', '%s')""".formatted(UUID.randomUUID(), id, round, at(day)));
            return this;
        }

        Case rated(int score, boolean isResolved, String day, String excludedBy) {
            execute("""
                    insert into issue_rating (issue_id, round, score, is_resolved, reasons, via, actor, at, excluded_by,
                                              excluded_reason, excluded_at)
                    values ('%s', %d, %d, %s, '{OTHER}', 'REPORTER', 'test', '%s', %s, %s, %s)""".formatted(
                            id,
                            round,
                            score,
                            isResolved,
                            at(day),
                            excludedBy,
                            excludedBy.equals("null") ? "null" : "'恶意'",
                            excludedBy.equals("null") ? "null" : "now()"));
            return this;
        }

        Case calledBack(String outcome, String day) {
            execute("""
                    insert into issue_callback (issue_id, round, no, actor, at, is_reached, outcome)
                    values ('%s', %d, 1, 'test', '%s', true, '%s')""".formatted(id, round, at(day), outcome));
            return this;
        }

        Case waived(String kind) {
            execute("insert into issue_waiver values ('%s', %d, '%s', '无法到场', 'test', now())"
                    .formatted(id, round, kind));
            return this;
        }
    }

    Case reported(TownGrid grid, String day) {
        return reported(grid, day, "DEMAND", "PHONE");
    }

    Case reported(TownGrid grid, String day, String type, String source) {
        return new Case(grid, day, type, source);
    }

    /// As of a new town, where nobody asks when a clock was reckoned.
    void clear() {
        execute("""
                delete from issue_rating; delete from issue_callback; delete from issue_waiver; delete from issue_reply;
                delete from issue_alarm; delete from issue_clock; delete from issue_timeline; delete from work_order;
                delete from issue;
                do $$ begin
                    alter table issue_clock alter column reckoned_at set default now();
                exception when undefined_column then null;
                end $$""");
    }

    /// At nine o'clock of a day of the town, unless there is an hour.
    static String at(String day) {
        return (day.contains(" ") ? day : day + " 09:00") + "+08";
    }

    private void execute(String sql) {
        waiting.append(sql).append(";\n");
    }
}
