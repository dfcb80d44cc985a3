package org.wangge.local.street.life;

import org.wangge.local.street.matter.Report;
import org.wangge.local.street.seed.Dice;

/// The lives that a case can have.
enum Kind {
    STRAIGHT,
    ANSWERED,
    SELF_HANDLED,
    REJECTED,
    OBJECTED,
    MERGED,
    WITHDRAWN,
    RETURNED,
    SUSPENDED,
    ASKED,
    EXTENDED,
    URGED,
    REWORKED,
    CARDED;

    /// Of those that are possible for the report, each in its share.
    static Kind of(Report report, Dice dice) {
        var mark = dice.share();
        if (isAnswerable(report)) {
            return mark < 0.6 ? ANSWERED : STRAIGHT;
        }
        for (var kind : values()) {
            mark -= kind.share();
            if (mark < 0) {
                return kind.fits(report) ? kind : STRAIGHT;
            }
        }
        return STRAIGHT;
    }

    private double share() {
        return switch (this) {
            case STRAIGHT, ANSWERED -> 0;
            case SELF_HANDLED -> 0.08;
            case REJECTED, MERGED, EXTENDED, REWORKED -> 0.03;
            case OBJECTED -> 0.006;
            case WITHDRAWN, ASKED, SUSPENDED -> 0.025;
            case RETURNED -> 0.04;
            case URGED, CARDED -> 0.02;
        };
    }

    private boolean fits(Report report) {
        return switch (this) {
            case STRAIGHT, ANSWERED, MERGED, REWORKED -> true;
            case SELF_HANDLED ->
                isCalm(report) && isSmall(report) && report.teller().isStaff();
            case RETURNED, EXTENDED, SUSPENDED -> isCalm(report);
            case REJECTED -> isWish(report);
            case OBJECTED, URGED, ASKED -> isWish(report) && isKnown(report);
            case WITHDRAWN -> isWish(report) && isKnown(report) && !isEmergency(report);
            case CARDED -> isSmall(report) && report.grade().urgency().equals("NORMAL");
        };
    }

    private static boolean isAnswerable(Report report) {
        return switch (report.story().type()) {
            case "CONSULTATION", "SUGGESTION", "PRAISE" -> true;
            default -> false;
        };
    }

    private static boolean isWish(Report report) {
        return switch (report.story().type()) {
            case "DEMAND", "COMPLAINT", "REPORT" -> true;
            default -> false;
        };
    }

    /// Whether a resident stands behind it who can be asked.
    static boolean isKnown(Report report) {
        return report.teller().onBehalfOf() != null || report.teller().actor().startsWith("resident:");
    }

    private static boolean isSmall(Report report) {
        return report.grade().level().equals("GRID");
    }

    private static boolean isCalm(Report report) {
        return report.grade().urgency().equals("NORMAL")
                || report.grade().urgency().equals("COMPLEX");
    }

    private static boolean isEmergency(Report report) {
        return report.grade().urgency().equals("EMERGENCY");
    }
}
