package org.wangge.organisation.activity;

import java.time.Instant;

/// Something happened to an activity or to its places, as the feed tells it.
record ActivityEvent(Activity activity, Instant at, String cursor) {}
