package org.wangge.issue.flow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.IssueDeadline;
import org.wangge.issue.IssueEvent;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueLeftScope;
import org.wangge.issue.IssueNews;
import org.wangge.issue.Move;

/// Something happened to an issue of which a member has, or had until then, an order.
///
/// @param workOrders theirs, as they are now
/// @param move null when it is of a due point
/// @param deadline null when it is a move
record WorkOrderEvent(
        List<WorkOrder> workOrders,
        IssueId issueId,
        @Nullable Move move,
        IssueDeadline.@Nullable Kind deadline,
        int version,
        Instant at,
        String cursor) {
    WorkOrderEvent {
        workOrders = List.copyOf(workOrders);
    }

    /// Null when it tells nothing of an order.
    static @Nullable WorkOrderEvent of(IssueNews news, List<WorkOrder> orders) {
        return switch (news) {
            case IssueEvent(var id, var move, var version, var at, var cursor) ->
                new WorkOrderEvent(orders, id, move, null, version, at, cursor);
            case IssueDeadline(var id, var kind, var version, var at, var cursor) ->
                new WorkOrderEvent(orders, id, null, kind, version, at, cursor);
            case IssueLeftScope left -> null;
        };
    }
}
