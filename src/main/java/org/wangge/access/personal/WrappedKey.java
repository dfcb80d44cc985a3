package org.wangge.access.personal;

import java.security.GeneralSecurityException;

/// A data key as the database holds it.
record WrappedKey(int id, Algorithm algorithm, byte[] wrapped) {
    static WrappedKey drawn(int id, Algorithm algorithm, MasterKey master) {
        return new WrappedKey(id, algorithm, master.seal(DataKey.draw(), label(id, algorithm)));
    }

    /// @throws GeneralSecurityException when another master key wrapped it
    DataKey open(MasterKey master) throws GeneralSecurityException {
        return new DataKey(id, algorithm, master.open(wrapped, label(id, algorithm)));
    }

    private static String label(int id, Algorithm algorithm) {
        return "data key " + id + " " + algorithm;
    }
}
