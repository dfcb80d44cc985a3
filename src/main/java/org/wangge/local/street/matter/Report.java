package org.wangge.local.street.matter;

import java.time.Instant;
import java.util.UUID;

/// What was reported: the matter in words, where, how it is to be treated, and by whom and when.
public record Report(
        UUID id, String trackingCode, Topic topic, Story story, Site site, Grade grade, Teller teller, Instant at) {}
