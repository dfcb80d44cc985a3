package org.wangge.issue.clock;

/// What a notice says of a day: free, or a weekend's day that is worked (调休).
record NoticeDay(String holiday, boolean isWorking) {}
