package org.wangge.access;

/// Whoever asks, as they see themselves; other packages add what they know of them.
public record Me(Viewer viewer) {}
