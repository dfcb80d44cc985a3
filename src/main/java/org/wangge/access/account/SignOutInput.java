package org.wangge.access.account;

/// Whether all sessions of the account end, or only this one.
public record SignOutInput(boolean everywhere) {}
