package org.wangge.issue.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;
import org.wangge.issue.CategoryId;
import org.wangge.issue.Confidentiality;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueLevel;
import org.wangge.issue.IssueSource;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.IssueType;
import org.wangge.issue.Urgency;
import org.wangge.issue.dispatch.Hand;
import org.wangge.issue.evidence.EvidenceKind;
import org.wangge.personnel.MemberId;

/// A case file made by hand, in which nothing stands against any move; each test changes what it is about.
final class Sample {
    static final GridKey PLACE = new GridKey("1.1.1.1.1.");
    static final GridKey OF_HANDLERS = new GridKey("1.1.1.");
    /// A Monday, 10:00 in Shanghai.
    static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    static final IssueId ID = new IssueId(new UUID(9, 1));

    private static final Set<IssueStatus> IN_HAND =
            EnumSet.of(IssueStatus.DISPATCHED, IssueStatus.IN_PROGRESS, IssueStatus.HANDLED, IssueStatus.SUSPENDED);

    IssueId id = ID;

    @Nullable
    String caseNo = "5101990012026030200001";

    IssueStatus status;
    IssueType type = IssueType.CONSULTATION;
    Urgency urgency = Urgency.NORMAL;
    IssueLevel level = IssueLevel.GRID;
    Confidentiality confidentiality = Confidentiality.PUBLIC;

    boolean isPart;

    @Nullable
    IssueId parent;

    int version = 7;

    @Nullable
    UUID waitingLead;

    @Nullable
    Instant contactDue;

    @Nullable
    Instant closedAt;

    int stream = 1;
    final Set<String> handlers = new HashSet<>();

    @Nullable
    Integer extensionAsked;

    int extensionsGranted;

    @Nullable
    Integer pauseAsked;

    @Nullable
    PauseKind pauseKind;

    int questions;
    int reopenings;
    boolean isObjected;

    @Nullable
    Instant rejectedAt = NOW.minusSeconds(60);

    @Nullable
    String rejectedBy = "account:somebody";

    @Nullable
    Instant urgedAt;

    boolean isVerifying;
    int parts;
    int openParts;

    @Nullable
    Instant mergedAt = NOW.minusSeconds(60);

    int joined;
    boolean isWholeEnded;
    boolean isRated;
    int callbacks;

    @Nullable
    Instant calledBackAt;

    boolean called = true;
    boolean isDrafted = true;
    int returns;
    final Set<EvidenceKind> given = EnumSet.allOf(EvidenceKind.class);
    final Set<EvidenceKind> accepted = EnumSet.allOf(EvidenceKind.class);
    final Set<EvidenceKind> failed = EnumSet.noneOf(EvidenceKind.class);
    final Set<EvidenceKind> waived = EnumSet.noneOf(EvidenceKind.class);

    @Nullable
    Instant signDue = NOW.plusSeconds(60);

    @Nullable
    Instant handleDue = NOW.plusSeconds(60);

    @Nullable
    Instant reworkDue;

    private Sample(IssueStatus status) {
        this.status = status;
        this.closedAt = NOW.minusSeconds(60);
    }

    static Sample of(IssueStatus status) {
        return new Sample(status);
    }

    boolean isInHand() {
        return IN_HAND.contains(status);
    }

    CaseFile file() {
        return new CaseFile(
                issue(),
                "account:REPORTER",
                circumstances(),
                orders(),
                SampleRows.clocks(this),
                SampleRows.evidence(this),
                waived);
    }

    Issue issue() {
        return new Issue(
                id,
                caseNo,
                type,
                new CategoryId(new UUID(8, 1)),
                "井盖坏了",
                "井盖坏了，有人摔倒",
                IssueSource.WALK_IN,
                urgency,
                level,
                confidentiality,
                status,
                1,
                new GridId(new UUID(7, 1)),
                PLACE,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                isPart ? new IssueId(new UUID(9, 9)) : parent,
                null,
                NOW.minusSeconds(3600),
                NOW.minusSeconds(3000),
                NOW.minusSeconds(60),
                closedAt,
                version);
    }

    private Circumstances circumstances() {
        return new Circumstances(
                stream,
                null,
                handlers,
                extensionAsked,
                extensionsGranted,
                NOW.plusSeconds(90_000),
                pauseAsked,
                pauseKind == null ? null : 1,
                pauseKind,
                questions,
                reopenings,
                isObjected,
                rejectedAt,
                rejectedBy,
                urgedAt,
                isVerifying,
                parts,
                openParts,
                mergedAt,
                IssueStatus.ACCEPTED,
                null,
                joined,
                isWholeEnded,
                isRated,
                callbacks,
                calledBackAt,
                called,
                isDrafted,
                waitingLead == null ? null : new Circumstances.Waiting("5101990012026030200002", waitingLead, null),
                new Circumstances.LastNumbers(0, 0, 0, 0, 0));
    }

    private List<WorkOrder> orders() {
        var bare = new CaseFile(issue(), "", circumstances(), List.of(), List.of(), List.of(), Set.of());
        var orders = new ArrayList<WorkOrder>();
        for (var i = 0; i < returns; i++) {
            var why = new WorkOrder.Refusal(NOW.minusSeconds(600), ReturnReason.values()[0], "不归我们管", "城管");
            orders.add(WorkOrder.to(hand(new UUID(6, i)), true, bare, i + 1, "account:d", NOW.minusSeconds(900))
                    .returned(why));
        }
        if (isInHand()) {
            orders.add(order(Somebody.LEAD, true, bare));
            orders.add(order(Somebody.CO_HANDLER, false, bare));
        }
        return orders;
    }

    private WorkOrder order(Somebody whose, boolean isLead, CaseFile bare) {
        var no = returns + (isLead ? 1 : 2);
        return WorkOrder.to(hand(whose.memberId()), isLead, bare, no, "account:d", NOW.minusSeconds(900));
    }

    static Hand hand(UUID member) {
        return new Hand(new MemberId(member), null, OF_HANDLERS, true, "王秀英");
    }
}
