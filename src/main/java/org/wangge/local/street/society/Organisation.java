package org.wangge.local.street.society;

import java.util.UUID;
import org.wangge.local.street.land.Place;

/// Neighbours who organised themselves.
record Organisation(UUID id, Place place) {}
