package org.wangge.local.street.life;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a case stands now, as the columns of `issue` have it.
class Standing {
    private @Nullable Instant acceptedAt;
    private @Nullable String cause;
    private @Nullable Instant closedAt;
    private @Nullable UUID department;
    private @Nullable Instant firstContactAt;
    private @Nullable UUID lead;
    private String level = "GRID";
    private @Nullable String outcome;
    private @Nullable String rejectReason;
    private int round = 1;
    private String urgency = "NORMAL";

    @Nullable
    Instant acceptedAt() {
        return acceptedAt;
    }

    void acceptedAt(@Nullable Instant value) {
        acceptedAt = value;
    }

    @Nullable
    String cause() {
        return cause;
    }

    void cause(@Nullable String value) {
        cause = value;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    void closedAt(@Nullable Instant value) {
        closedAt = value;
    }

    @Nullable
    UUID department() {
        return department;
    }

    void department(@Nullable UUID value) {
        department = value;
    }

    @Nullable
    Instant firstContactAt() {
        return firstContactAt;
    }

    void firstContactAt(@Nullable Instant value) {
        firstContactAt = value;
    }

    @Nullable
    UUID lead() {
        return lead;
    }

    void lead(@Nullable UUID value) {
        lead = value;
    }

    String level() {
        return level;
    }

    void level(String value) {
        level = value;
    }

    @Nullable
    String outcome() {
        return outcome;
    }

    void outcome(@Nullable String value) {
        outcome = value;
    }

    @Nullable
    String rejectReason() {
        return rejectReason;
    }

    void rejectReason(@Nullable String value) {
        rejectReason = value;
    }

    int round() {
        return round;
    }

    void round(int value) {
        round = value;
    }

    String urgency() {
        return urgency;
    }

    void urgency(String value) {
        urgency = value;
    }
}
