package org.wangge.local.street.commons;

import java.util.UUID;
import org.wangge.local.street.land.Place;

/// Somewhere to meet.
public record Venue(UUID id, Place place, String name, int capacity) {}
