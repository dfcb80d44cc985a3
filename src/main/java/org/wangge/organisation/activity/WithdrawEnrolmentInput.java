package org.wangge.organisation.activity;

import java.util.UUID;

/// Which enrolment is taken back.
public record WithdrawEnrolmentInput(UUID key, EnrolmentId enrolmentId, int expectedVersion) {}
