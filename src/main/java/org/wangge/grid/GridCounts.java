package org.wangge.grid;

/// Asks how much there is in the subtree of a grid; each capability answers for its own.
public record GridCounts(GridKey key) {}
