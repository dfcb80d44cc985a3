package org.wangge.issue;

import java.util.Collection;
import java.util.UUID;
import org.wangge.graphql.Batch;
import org.wangge.graphql.page.Conditions;
import org.wangge.graphql.page.TextSearch;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// What a filter of issues says in SQL.
final class IssueConditions {
    private IssueConditions() {}

    /// `where` says which issues are seen, `categories` the ids of those that the filter names.
    static Conditions of(IssueFilter filter, Collection<UUID> categories, Conditions where) {
        if (filter.isOpenAlone()) {
            where.plannedOnce();
        }
        if (filter.isOpen() != null) {
            where.and(filter.isOpen() ? "i.is_open" : "not i.is_open");
        }
        if (filter.status() != null) {
            where.and("i.status = any(:statuses)", "statuses", Batch.names(filter.status()));
        }
        if (filter.urgency() != null) {
            where.and("i.urgency = any(:urgencies)", "urgencies", Batch.names(filter.urgency()));
        }
        if (filter.type() != null) {
            where.and("i.type = any(:types)", "types", Batch.names(filter.type()));
        }
        if (filter.source() != null) {
            where.and("i.source = any(:sources)", "sources", Batch.names(filter.source()));
        }
        if (filter.category() != null) {
            where.and("i.category_id = any(:categories)", "categories", Batch.ids(categories));
        }
        return more(where, filter);
    }

    private static Conditions more(Conditions where, IssueFilter filter) {
        if (filter.leadId() != null) {
            where.and("i.lead_member_id = :lead", "lead", filter.leadId().value());
        }
        if (filter.reportedAt() != null) {
            reported(where, filter.reportedAt());
        }
        if (filter.text() != null) {
            TextSearch.limit(where, "(i.title || E'\\n' || i.description)", "i.grams", filter.text(), "filter.text");
        }
        return due(where, filter);
    }

    /// By the database's clock: a condition that names another instant each time has no second page.
    private static Conditions due(Conditions where, IssueFilter filter) {
        if (filter.isOverdue() != null) {
            where.and(filter.isOverdue() ? "i.next_due_at < now()" : "(i.next_due_at < now()) is not true");
        }
        if (filter.dueBefore() != null) {
            where.and("i.next_due_at < :dueBefore", "dueBefore", filter.dueBefore());
        }
        return where;
    }

    private static void reported(Conditions where, IssueFilter.InstantRange range) {
        if (range.from() != null && range.to() != null && range.to().isBefore(range.from())) {
            throw new Fault(FaultCode.INVALID_RANGE, "filter.reportedAt");
        }
        if (range.from() != null) {
            where.and("i.reported_at >= :reportedFrom", "reportedFrom", range.from());
        }
        if (range.to() != null) {
            where.and("i.reported_at < :reportedTo", "reportedTo", range.to());
        }
    }
}
