package org.wangge.issue.flow;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridKey;
import org.wangge.issue.IssueId;
import org.wangge.issue.dispatch.Hand;
import org.wangge.personnel.DepartmentId;
import org.wangge.personnel.MemberId;

/// The order to handle an issue (工单): to a member or a department, as the lead or beside it.
///
/// @param at where the handler serves: whoever leads a grid above it may verify
public record WorkOrder(
        UUID id,
        IssueId issueId,
        int round,
        int seq,
        boolean isLead,
        @Nullable MemberId memberId,
        @Nullable DepartmentId departmentId,
        GridKey at,
        OrderStatus status,
        @Nullable OrderStatus statusBefore,
        @Nullable String instruction,
        String dispatchedBy,
        Instant dispatchedAt,
        @Nullable MemberId signedBy,
        @Nullable Instant signedAt,
        @Nullable Suggested suggested,
        @Nullable Refusal refusal,
        @Nullable Verdict verdict,
        @Nullable Instant endedAt) {
    /// Whom the rules would have had, and why somebody else was chosen.
    public record Suggested(
            @Nullable MemberId memberId,
            @Nullable DepartmentId departmentId,
            boolean isOverridden,
            @Nullable String reason) {}

    /// Why it was sent back.
    public record Refusal(Instant at, ReturnReason reason, String note, String suggestedOwner) {}

    /// What was decided about that.
    public record Verdict(Ruling ruling, String by, Instant at, String note) {}

    static WorkOrder to(Hand hand, boolean isLead, CaseFile file, int seq, String by, Instant now) {
        return new WorkOrder(
                UUID.randomUUID(),
                file.issue().id(),
                file.issue().round(),
                seq,
                isLead,
                hand.memberId(),
                hand.departmentId(),
                hand.at(),
                OrderStatus.PENDING_SIGN,
                null,
                null,
                by,
                now,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public @Nullable Instant returnedAt() {
        return refusal == null ? null : refusal.at();
    }

    public @Nullable ReturnReason returnReason() {
        return refusal == null ? null : refusal.reason();
    }

    public @Nullable String returnNote() {
        return refusal == null ? null : refusal.note();
    }

    public @Nullable String suggestedOwner() {
        return refusal == null ? null : refusal.suggestedOwner();
    }

    public @Nullable Ruling ruling() {
        return verdict == null ? null : verdict.ruling();
    }

    public boolean isOverridden() {
        return suggested != null && suggested.isOverridden();
    }

    public @Nullable String overrideReason() {
        return suggested == null ? null : suggested.reason();
    }

    @Nullable
    UUID memberUuid() {
        return memberId == null ? null : memberId.value();
    }

    @Nullable
    UUID departmentUuid() {
        return departmentId == null ? null : departmentId.value();
    }

    boolean isActive() {
        return endedAt == null;
    }

    /// Whether it is this member's, by name, by signature or by department.
    boolean isOf(@Nullable UUID member, @Nullable UUID department) {
        if (member == null) {
            return false;
        }
        return memberId != null && memberId.value().equals(member)
                || signedBy != null && signedBy.value().equals(member)
                || departmentId != null && departmentId.value().equals(department);
    }

    /// The ids by which those see the issue who have it in hand.
    Stream<UUID> hands() {
        return Stream.of(
                        memberId == null ? null : memberId.value(),
                        departmentId == null ? null : departmentId.value(),
                        signedBy == null ? null : signedBy.value())
                .filter(java.util.Objects::nonNull);
    }

    WorkOrder with(@Nullable String words, @Nullable Suggested whom) {
        return copy(status, statusBefore, words, signedBy, signedAt, whom, refusal, verdict, endedAt);
    }

    WorkOrder signed(@Nullable UUID by, Instant now) {
        var signer = by == null ? null : new MemberId(by);
        return copy(OrderStatus.SIGNED, null, instruction, signer, now, suggested, refusal, verdict, null);
    }

    WorkOrder returned(Refusal why) {
        return copy(OrderStatus.RETURNED, null, instruction, signedBy, signedAt, suggested, why, verdict, why.at());
    }

    WorkOrder ruled(Verdict decided) {
        return copy(status, statusBefore, instruction, signedBy, signedAt, suggested, refusal, decided, endedAt);
    }

    WorkOrder done(Instant now) {
        return copy(OrderStatus.DONE, null, instruction, signedBy, signedAt, suggested, refusal, verdict, now);
    }

    WorkOrder recalled(Instant now) {
        return copy(OrderStatus.RECALLED, status, instruction, signedBy, signedAt, suggested, refusal, verdict, now);
    }

    /// As it was before it was recalled.
    WorkOrder restored() {
        var before = statusBefore == null ? OrderStatus.PENDING_SIGN : statusBefore;
        return copy(before, null, instruction, signedBy, signedAt, suggested, refusal, verdict, null);
    }

    private WorkOrder copy(
            OrderStatus now,
            @Nullable OrderStatus before,
            @Nullable String words,
            @Nullable MemberId signer,
            @Nullable Instant signed,
            @Nullable Suggested whom,
            @Nullable Refusal why,
            @Nullable Verdict decided,
            @Nullable Instant ended) {
        return new WorkOrder(
                id,
                issueId,
                round,
                seq,
                isLead,
                memberId,
                departmentId,
                at,
                now,
                before,
                words,
                dispatchedBy,
                dispatchedAt,
                signer,
                signed,
                whom,
                why,
                decided,
                ended);
    }
}
