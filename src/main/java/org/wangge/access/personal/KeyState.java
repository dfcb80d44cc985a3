package org.wangge.access.personal;

/// The life of a data key, in this order.
enum KeyState {
    /// Opens and finds, and seals nothing yet: first every node has to know it.
    INTRODUCED,
    /// Seals all that is written.
    CURRENT,
    /// Opens and finds what is still under it, until nothing is.
    RETIRED,
    /// Gone: its bytes are deleted.
    DESTROYED
}
