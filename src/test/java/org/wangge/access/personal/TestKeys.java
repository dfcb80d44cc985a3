package org.wangge.access.personal;

import java.util.List;
import java.util.Objects;

/// Keys that are no secret: the same in every run.
public final class TestKeys {
    /// The master key of test servers, in the spelling of the settings.
    public static final String MASTER = "dGhlIG1hc3RlciBrZXkgb2YgdGVzdHMsIG5vIHNlY3I=";

    private TestKeys() {}

    /// The cabinet of test servers.
    public static KeyCabinet cabinet() {
        return new KeyCabinet(Objects.requireNonNull(MasterKey.read(MASTER)), Algorithm.AES_256_GCM);
    }

    public static Keyring keyring() {
        return keyring(1, Algorithm.AES_256_GCM);
    }

    static Keyring keyring(int id, Algorithm algorithm) {
        return new Keyring(key(id, algorithm), List.of(key(id, algorithm)));
    }

    static DataKey key(int id, Algorithm algorithm) {
        var material = new byte[DataKey.MATERIAL];
        for (var i = 0; i < material.length; i++) {
            material[i] = (byte) (31 * id + i);
        }
        return new DataKey(id, algorithm, material);
    }
}
