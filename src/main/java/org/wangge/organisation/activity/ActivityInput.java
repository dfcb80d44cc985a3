package org.wangge.organisation.activity;

import java.util.UUID;

/// Which activity begins, ends or is settled.
public record ActivityInput(UUID key, ActivityId activityId, int expectedVersion) {}
