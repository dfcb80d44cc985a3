package org.wangge.venue;

/// What a venue is.
public enum VenueKind {
    PARTY_SERVICE_CENTRE,
    COURTYARD_SPACE,
    ACTIVITY_ROOM,
    OUTDOOR_GROUND,
    OTHER
}
