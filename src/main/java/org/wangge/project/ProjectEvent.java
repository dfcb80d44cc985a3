package org.wangge.project;

import java.time.Instant;

/// Something happened to a project, as the feed tells it.
record ProjectEvent(LivelihoodProject project, Instant at, String cursor) {}
