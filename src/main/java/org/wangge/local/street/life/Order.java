package org.wangge.local.street.life;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The order to handle a case, as a row of `work_order`.
final class Order {
    final UUID id;
    final int round;
    final int seq;
    final Hand hand;
    final String by;
    final Instant at;
    final @Nullable String instruction;
    private String status = "PENDING_SIGN";

    private @Nullable Hand suggested;

    private @Nullable String overrideReason;

    private @Nullable String statusBefore;

    private @Nullable UUID signedBy;

    private @Nullable Instant signedAt;

    private @Nullable Instant endedAt;

    private @Nullable Refusal refusal;

    private @Nullable Verdict verdict;

    Order(UUID id, int round, int seq, Hand hand, String by, Instant at, @Nullable String instruction) {
        this.id = id;
        this.round = round;
        this.seq = seq;
        this.hand = hand;
        this.by = by;
        this.at = at;
        this.instruction = instruction;
    }

    /// Why it was sent back, to whom it should go.
    record Refusal(String reason, String note, String owner) {}

    record Verdict(String ruling, String by, Instant at, String note) {}

    void suggest(Hand rule, String reason) {
        suggested = rule;
        overrideReason = isOverridden() ? reason : null;
    }

    boolean isOverridden() {
        return suggested != null && !suggested.isSame(hand);
    }

    void sign(UUID member, Instant now) {
        status = "SIGNED";
        signedBy = member;
        signedAt = now;
    }

    void end(String as, Instant now) {
        statusBefore = as.equals("RECALLED") ? status : null;
        status = as;
        endedAt = now;
    }

    boolean isActive() {
        return endedAt == null;
    }

    /// The ids by which those see the case who have it in hand.
    Stream<UUID> hands() {
        return Stream.of(hand.memberId(), hand.departmentId(), signedBy).mapMulti((id, next) -> {
            if (id != null) {
                next.accept(id);
            }
        });
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    void endedAt(@Nullable Instant value) {
        endedAt = value;
    }

    @Nullable
    String overrideReason() {
        return overrideReason;
    }

    void overrideReason(@Nullable String value) {
        overrideReason = value;
    }

    @Nullable
    Refusal refusal() {
        return refusal;
    }

    void refusal(@Nullable Refusal value) {
        refusal = value;
    }

    @Nullable
    Instant signedAt() {
        return signedAt;
    }

    void signedAt(@Nullable Instant value) {
        signedAt = value;
    }

    @Nullable
    UUID signedBy() {
        return signedBy;
    }

    void signedBy(@Nullable UUID value) {
        signedBy = value;
    }

    String status() {
        return status;
    }

    void status(String value) {
        status = value;
    }

    @Nullable
    String statusBefore() {
        return statusBefore;
    }

    void statusBefore(@Nullable String value) {
        statusBefore = value;
    }

    @Nullable
    Hand suggested() {
        return suggested;
    }

    void suggested(@Nullable Hand value) {
        suggested = value;
    }

    @Nullable
    Verdict verdict() {
        return verdict;
    }

    void verdict(@Nullable Verdict value) {
        verdict = value;
    }
}
