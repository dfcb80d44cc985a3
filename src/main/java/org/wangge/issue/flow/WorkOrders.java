package org.wangge.issue.flow;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.grid.GridKey;
import org.wangge.issue.IssueId;
import org.wangge.personnel.DepartmentId;
import org.wangge.personnel.MemberId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The work orders in the database.
@Component
class WorkOrders {
    private final DatabaseClient database;

    WorkOrders(DatabaseClient database) {
        this.database = database;
    }

    /// Those of a round, in the order in which they were given.
    Flux<WorkOrder> of(IssueId id, int round) {
        return database.sql("""
                        select *
                        from work_order
                        where issue_id = :id and round = :round
                        order by seq
                        limit 1000""")
                .bind("id", id.value())
                .bind("round", round)
                .map(WorkOrders::row)
                .all();
    }

    /// Those of all rounds of many issues.
    Flux<WorkOrder> all(Collection<UUID> issues) {
        return database.sql("""
                        select *
                        from work_order
                        where issue_id = any(:ids)
                        order by round, seq""")
                .bind("ids", Batch.ids(issues))
                .map(WorkOrders::row)
                .all();
    }

    /// Those that a member, or their department, still has to do something about; due first at the front.
    Flux<WorkOrder> inHand(UUID member, int most) {
        return database.sql("""
                        select o.*
                        from work_order o
                        join issue i on i.id = o.issue_id
                        join member m on m.id = :member
                        where o.ended_at is null
                          and (o.member_id = m.id or o.signed_by = m.id
                               or o.signed_by is null and o.department_id = m.department_id)
                        order by i.next_due_at nulls last, o.dispatched_at, o.id
                        limit :most""")
                .bind("member", member)
                .bind("most", most)
                .map(WorkOrders::row)
                .all();
    }

    Mono<Void> insert(WorkOrder order) {
        var whom = order.suggested();
        return database.sql("""
                        insert into work_order (
                          id, issue_id, round, seq, is_lead, member_id, department_id, grid_key, status, instruction,
                          dispatched_by, dispatched_at, signed_by, signed_at, suggested_member_id,
                          suggested_department_id, is_overridden, override_reason)
                        values (:id, :issue, :round, :seq, :lead, :member, :department, :at, :status, :instruction,
                                :by, :dispatchedAt, :signer, :signedAt, :suggestedMember,
                                :suggestedDepartment, :overridden, :overrideReason)""")
                .bind("id", order.id())
                .bind("issue", order.issueId().value())
                .bind("round", order.round())
                .bind("seq", order.seq())
                .bind("lead", order.isLead())
                .bind("member", Rows.orNull(uuid(order.memberId()), UUID.class))
                .bind("department", Rows.orNull(uuid(order.departmentId()), UUID.class))
                .bind("at", order.at().path())
                .bind("status", order.status().name())
                .bind("instruction", Rows.orNull(order.instruction(), String.class))
                .bind("by", order.dispatchedBy())
                .bind("dispatchedAt", order.dispatchedAt())
                .bind("signer", Rows.orNull(uuid(order.signedBy()), UUID.class))
                .bind("signedAt", Rows.orNull(order.signedAt(), Instant.class))
                .bind("suggestedMember", Rows.orNull(whom == null ? null : uuid(whom.memberId()), UUID.class))
                .bind("suggestedDepartment", Rows.orNull(whom == null ? null : uuid(whom.departmentId()), UUID.class))
                .bind("overridden", whom != null && whom.isOverridden())
                .bind("overrideReason", Rows.orNull(whom == null ? null : whom.reason(), String.class))
                .then();
    }

    Mono<Void> update(WorkOrder order) {
        var why = order.refusal();
        var verdict = order.verdict();
        return database.sql("""
                        update work_order
                        set status = :status, status_before = :before, signed_by = :signer, signed_at = :signedAt,
                            returned_at = :returnedAt, return_reason = :reason, return_note = :note,
                            suggested_owner = :owner, ruling = :ruling, ruled_by = :ruledBy, ruled_at = :ruledAt,
                            ruling_note = :rulingNote, ended_at = :endedAt
                        where id = :id""")
                .bind("id", order.id())
                .bind("status", order.status().name())
                .bind("before", Rows.orNull(name(order.statusBefore()), String.class))
                .bind("signer", Rows.orNull(uuid(order.signedBy()), UUID.class))
                .bind("signedAt", Rows.orNull(order.signedAt(), Instant.class))
                .bind("returnedAt", Rows.orNull(why == null ? null : why.at(), Instant.class))
                .bind("reason", Rows.orNull(why == null ? null : why.reason().name(), String.class))
                .bind("note", Rows.orNull(why == null ? null : why.note(), String.class))
                .bind("owner", Rows.orNull(why == null ? null : why.suggestedOwner(), String.class))
                .bind(
                        "ruling",
                        Rows.orNull(verdict == null ? null : verdict.ruling().name(), String.class))
                .bind("ruledBy", Rows.orNull(verdict == null ? null : verdict.by(), String.class))
                .bind("ruledAt", Rows.orNull(verdict == null ? null : verdict.at(), Instant.class))
                .bind("rulingNote", Rows.orNull(verdict == null ? null : verdict.note(), String.class))
                .bind("endedAt", Rows.orNull(order.endedAt(), Instant.class))
                .then();
    }

    private static @Nullable UUID uuid(@Nullable MemberId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable UUID uuid(@Nullable DepartmentId id) {
        return id == null ? null : id.value();
    }

    private static @Nullable String name(@Nullable OrderStatus status) {
        return status == null ? null : status.name();
    }

    static WorkOrder row(Readable row) {
        return new WorkOrder(
                Rows.uuid(row, "id"),
                new IssueId(Rows.uuid(row, "issue_id")),
                Rows.number(row, "round"),
                Rows.number(row, "seq"),
                Rows.get(row, "is_lead", Boolean.class),
                Rows.mapped(row, "member_id", UUID.class, MemberId::new),
                Rows.mapped(row, "department_id", UUID.class, DepartmentId::new),
                new GridKey(Rows.text(row, "grid_key")),
                Rows.constant(row, "status", OrderStatus.class),
                Rows.mapped(row, "status_before", String.class, OrderStatus::valueOf),
                row.get("instruction", String.class),
                Rows.text(row, "dispatched_by"),
                Rows.get(row, "dispatched_at", Instant.class),
                Rows.mapped(row, "signed_by", UUID.class, MemberId::new),
                row.get("signed_at", Instant.class),
                suggested(row),
                refusal(row),
                verdict(row),
                row.get("ended_at", Instant.class));
    }

    private static WorkOrder.@Nullable Suggested suggested(Readable row) {
        var member = Rows.mapped(row, "suggested_member_id", UUID.class, MemberId::new);
        var department = Rows.mapped(row, "suggested_department_id", UUID.class, DepartmentId::new);
        return member == null && department == null
                ? null
                : new WorkOrder.Suggested(
                        member,
                        department,
                        Rows.get(row, "is_overridden", Boolean.class),
                        row.get("override_reason", String.class));
    }

    private static WorkOrder.@Nullable Refusal refusal(Readable row) {
        var at = row.get("returned_at", Instant.class);
        return at == null
                ? null
                : new WorkOrder.Refusal(
                        at,
                        Rows.constant(row, "return_reason", ReturnReason.class),
                        Rows.text(row, "return_note"),
                        Rows.text(row, "suggested_owner"));
    }

    private static WorkOrder.@Nullable Verdict verdict(Readable row) {
        var ruling = row.get("ruling", String.class);
        return ruling == null
                ? null
                : new WorkOrder.Verdict(
                        Ruling.valueOf(ruling),
                        Rows.text(row, "ruled_by"),
                        Rows.get(row, "ruled_at", Instant.class),
                        Rows.text(row, "ruling_note"));
    }
}
