package org.wangge.local.street.land;

/// What the gazetteer says of a place: its number within its parent, its name, and whether it is
/// a dedicated grid (专属网格) or an estate.
record Entry(int number, String name, boolean dedicated, boolean estate) {
    static Entry plain(int number, String name) {
        return new Entry(number, name, false, false);
    }
}
