package org.wangge.grid;

/// How dense an area is; deadlines may differ by it.
public enum AreaClass {
    A,
    B,
    C
}
