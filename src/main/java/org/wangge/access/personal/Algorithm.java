package org.wangge.access.personal;

/// How values are sealed and indexed. The number stands in front of each cell.
public enum Algorithm {
    /// AES-256-GCM and HMAC-SHA-256.
    AES_256_GCM(1),
    /// The national algorithms (国密): SM4-GCM (GB/T 32907) and HMAC-SM3 (GB/T 32905).
    SM4_GCM(2);

    private final byte number;

    Algorithm(int number) {
        this.number = (byte) number;
    }

    byte number() {
        return number;
    }

    /// The engine that works with these keys, each of 32 bytes; SM4 takes the first 16.
    Engine engine(byte[] cellKey, byte[] indexKey) {
        return switch (this) {
            case AES_256_GCM -> new AesEngine(cellKey, indexKey);
            case SM4_GCM -> new Sm4Engine(cellKey, indexKey);
        };
    }
}
