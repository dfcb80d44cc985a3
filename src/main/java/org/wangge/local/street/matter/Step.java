package org.wangge.local.street.matter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A line of a timeline: who moved the matter, when, and what they wrote beside it.
record Step(Move move, String actor, Instant at, @Nullable String note) {}
