package org.wangge.access;

/// Keeps the server's own secrets in the database without the database knowing them.
public interface Vault {
    /// The secret as it may be stored; `label` says what it is, and it opens under no other.
    byte[] seal(byte[] secret, String label);

    /// @throws IllegalStateException when it was not sealed here under this label
    byte[] open(byte[] sealed, String label);
}
