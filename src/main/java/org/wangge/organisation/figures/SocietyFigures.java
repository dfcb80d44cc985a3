package org.wangge.organisation.figures;

import java.util.List;
import org.wangge.organisation.OrganisationKind;

/// The society of a grid in a time: what there was on any day of it.
///
/// @param contractAmount in yuan
/// @param starVolunteerCount volunteers who have a star by now
record SocietyFigures(
        int agencyCount,
        int contractCount,
        double contractAmount,
        int volunteerCount,
        int starVolunteerCount,
        int teamCount,
        int certificateCount,
        List<OfKind> organisationsByKind) {
    SocietyFigures {
        organisationsByKind = List.copyOf(organisationsByKind);
    }

    public int organisationCount() {
        return organisationsByKind.stream().mapToInt(OfKind::organisationCount).sum();
    }

    /// Organisations of one kind.
    record OfKind(OrganisationKind kind, int organisationCount) {}
}
