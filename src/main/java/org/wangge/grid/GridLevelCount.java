package org.wangge.grid;

/// How many grids of a level lie below another.
public record GridLevelCount(GridLevel level, int count) {}
