package org.wangge.issue.flow;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.issue.Issue;
import org.wangge.issue.Party;

/// Somebody in front of a case file: as whom they may act on it.
///
/// @param holdsCode whether they showed the code on the receipt
record Actor(Viewer viewer, boolean holdsCode) {
    private static final String TIMER_NAME = "timer";
    private static final Set<Role> LEADERS =
            EnumSet.of(Role.GRID_LEADER, Role.COMMUNITY_LEADER, Role.SUBDISTRICT_LEADER);
    /// The clock of the server, who acts when a time has come.
    static final Viewer TIMER = new Viewer(TIMER_NAME, null, null, null, null, java.util.List.of(), null);

    /// Whoever has an issue before them: nobody in particular came by the code on the receipt.
    static Actor inFront(Viewer viewer) {
        return new Actor(viewer, viewer.accountId() == null);
    }

    boolean isTimer() {
        return viewer.actor().equals(TIMER_NAME);
    }

    boolean is(Party party, CaseFile file) {
        return switch (party) {
            case REPORTER -> holdsCode || isReporter(file);
            case LEAD -> hasOrder(file, true);
            case CO_HANDLER -> hasOrder(file, false);
            case LEADER_ABOVE -> leadsAbove(file);
            case TIMER -> isTimer();
            case ANYONE -> !isTimer() && (holdsCode || viewer.accountId() != null);
            default -> party.role().filter(role -> holds(role, file.issue())).isPresent();
        };
    }

    /// Whether they had a hand in this round.
    boolean handled(CaseFile file) {
        return file.circumstances().handlers().contains(viewer.actor())
                || viewer.memberId() != null
                        && file.orders().stream().flatMap(WorkOrder::hands).anyMatch(viewer.memberId()::equals);
    }

    private boolean isReporter(CaseFile file) {
        if (viewer.accountId() == null) {
            return false;
        }
        var resident = viewer.residentId();
        return file.reporter().equals(viewer.actor())
                || resident != null
                        && (file.reporter().equals("resident:" + resident) || isFor(file.issue(), resident));
    }

    private static boolean isFor(Issue issue, UUID resident) {
        return issue.onBehalfOfId() != null && issue.onBehalfOfId().value().equals(resident);
    }

    private boolean hasOrder(CaseFile file, boolean lead) {
        return file.active().stream()
                .filter(order -> order.isLead() == lead)
                .anyMatch(order ->
                        order.isOf(viewer.memberId(), file.circumstances().department()));
    }

    private boolean holds(Role role, Issue issue) {
        return viewer.grants().stream()
                .anyMatch(grant -> grant.role() == role && grant.within().holds(issue.gridKey()));
    }

    /// Above all who handle it, and where it is.
    private boolean leadsAbove(CaseFile file) {
        return file.lead()
                .map(order -> viewer.grants().stream()
                        .filter(grant -> LEADERS.contains(grant.role()))
                        .anyMatch(grant -> grant.within().holds(order.at())
                                && !grant.within().equals(order.at())
                                && grant.within().holds(file.issue().gridKey())))
                .orElse(false);
    }
}
