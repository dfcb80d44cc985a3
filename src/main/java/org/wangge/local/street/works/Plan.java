package org.wangge.local.street.works;

import org.jspecify.annotations.Nullable;

/// What a project is to be, and what became of it.
record Plan(
        String kind,
        String community,
        String title,
        String unit,
        int planned,
        int measured,
        int budget,
        int stageDays,
        String status,
        @Nullable String reason) {
    private static final int THOUSAND = 1_000;

    static Plan of(String line) {
        var words = line.split("\\|");
        return new Plan(
                words[0],
                words[1],
                words[2],
                words[3],
                Integer.parseInt(words[4]),
                Integer.parseInt(words[5]),
                THOUSAND * Integer.parseInt(words[6]),
                Integer.parseInt(words[7]),
                words[8],
                words.length > 9 ? words[9] : null);
    }

    boolean isCompleted() {
        return status.equals("COMPLETED");
    }

    boolean isInProgress() {
        return status.equals("IN_PROGRESS");
    }

    /// Whether it was begun, and so had its money and stages.
    boolean isApproved() {
        return isCompleted() || isInProgress();
    }

    boolean isRecommended() {
        return isApproved() || status.equals("RECOMMENDED");
    }

    boolean isCandidate() {
        return !status.equals("COLLECTED");
    }
}
