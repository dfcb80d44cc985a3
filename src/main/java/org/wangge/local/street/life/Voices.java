package org.wangge.local.street.life;

import org.wangge.local.street.matter.Report;

/// Whoever can speak for a report.
final class Voices {
    private Voices() {}

    /// The resident for whom it was reported, or who reported it.
    static String reporter(Report report) {
        var teller = report.teller();
        return teller.onBehalfOf() == null ? teller.actor() : "resident:" + teller.onBehalfOf();
    }
}
