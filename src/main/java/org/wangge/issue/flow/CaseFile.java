package org.wangge.issue.flow;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wangge.issue.Issue;
import org.wangge.issue.clock.DuePoint;
import org.wangge.issue.clock.IssueClock;
import org.wangge.issue.evidence.Evidence;
import org.wangge.issue.evidence.EvidenceKind;
import org.wangge.issue.evidence.EvidencePolicy;

/// An issue with all that its next move depends on (案卷): its orders, clocks and evidence of the
/// round, locked until the move is written.
///
/// @param reporter the actor who reported it
/// @param orders of this round, in their order
/// @param clocks of this round
/// @param evidence of this round
record CaseFile(
        Issue issue,
        String reporter,
        Circumstances circumstances,
        List<WorkOrder> orders,
        List<IssueClock> clocks,
        List<Evidence> evidence,
        Set<EvidenceKind> waived) {
    CaseFile {
        orders = List.copyOf(orders);
        clocks = List.copyOf(clocks);
        evidence = List.copyOf(evidence);
        waived = Set.copyOf(waived);
    }

    Optional<WorkOrder> lead() {
        return orders.stream()
                .filter(order -> order.isLead() && order.isActive())
                .findFirst();
    }

    List<WorkOrder> active() {
        return orders.stream().filter(WorkOrder::isActive).toList();
    }

    /// How often it was sent back in this round.
    long returns() {
        return orders.stream()
                .filter(order -> order.isLead() && order.status() == OrderStatus.RETURNED)
                .count();
    }

    Optional<WorkOrder> lastReturned() {
        return orders.reversed().stream()
                .filter(order -> order.isLead() && order.status() == OrderStatus.RETURNED)
                .findFirst();
    }

    int nextOrder() {
        return orders.stream().mapToInt(WorkOrder::seq).max().orElse(0) + 1;
    }

    Optional<IssueClock> clock(DuePoint point) {
        return clocks.reversed().stream()
                .filter(clock -> clock.point() == point)
                .findFirst();
    }

    Optional<Instant> due(DuePoint point) {
        return clock(point).map(IssueClock::dueAt);
    }

    /// What is still to be shown: there is none of it, or what there was failed.
    Set<EvidenceKind> missing() {
        return left(evidence.stream().filter(one -> !Boolean.FALSE.equals(one.accepted())));
    }

    /// What nobody has accepted yet.
    Set<EvidenceKind> notAccepted() {
        return left(evidence.stream().filter(one -> Boolean.TRUE.equals(one.accepted())));
    }

    private Set<EvidenceKind> left(java.util.stream.Stream<Evidence> counting) {
        Set<EvidenceKind> left = EnumSet.noneOf(EvidenceKind.class);
        left.addAll(EvidencePolicy.required(issue.type()));
        left.removeAll(waived);
        left.removeAll(counting.map(Evidence::kind).collect(Collectors.toSet()));
        return left;
    }
}
