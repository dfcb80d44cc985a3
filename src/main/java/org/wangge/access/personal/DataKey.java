package org.wangge.access.personal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

/// One key in use, in fact two: one seals cells, the other digests blind indexes.
///
/// A cell is the number of the algorithm, the id of the key (4 bytes), a nonce (12 bytes), the
/// sealed text and its tag (16 bytes). An index is the id of the key and a digest (32 bytes).
final class DataKey {
    static final int MATERIAL = 64;
    private static final int HEAD = 1 + Integer.BYTES;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int id;
    private final Algorithm algorithm;
    private final Engine engine;

    DataKey(int id, Algorithm algorithm, byte[] material) {
        if (material.length != MATERIAL) {
            throw new IllegalArgumentException("a data key has 64 bytes");
        }
        this.id = id;
        this.algorithm = algorithm;
        this.engine = algorithm.engine(
                Arrays.copyOf(material, MATERIAL / 2), Arrays.copyOfRange(material, MATERIAL / 2, MATERIAL));
    }

    static byte[] draw() {
        var material = new byte[MATERIAL];
        RANDOM.nextBytes(material);
        return material;
    }

    /// The id of the key that sealed the cell, or -1 when it is none.
    static int idIn(byte[] cell) {
        return cell.length < HEAD + Engine.NONCE
                ? -1
                : ByteBuffer.wrap(cell).position(1).getInt();
    }

    int id() {
        return id;
    }

    byte[] seal(String clear, CellPlace place) {
        var nonce = new byte[Engine.NONCE];
        RANDOM.nextBytes(nonce);
        return seal(clear, place, nonce);
    }

    /// The nonce follows from the text and the place, so the same is sealed alike, and two texts never
    /// share one.
    byte[] sealAlike(String clear, CellPlace place) {
        return seal(clear, place, Arrays.copyOf(digest("nonce " + place, clear), Engine.NONCE));
    }

    String open(byte[] cell, CellPlace place) throws GeneralSecurityException {
        if (cell[0] != algorithm.number()) {
            throw new GeneralSecurityException("sealed with another algorithm");
        }
        var nonce = Arrays.copyOfRange(cell, HEAD, HEAD + Engine.NONCE);
        var sealed = Arrays.copyOfRange(cell, HEAD + Engine.NONCE, cell.length);
        return new String(engine.open(nonce, sealed, place.bytes()), StandardCharsets.UTF_8);
    }

    byte[] index(String field, String spelled) {
        var digest = digest(field, spelled);
        return ByteBuffer.allocate(Integer.BYTES + digest.length)
                .putInt(id)
                .put(digest)
                .array();
    }

    private byte[] seal(String clear, CellPlace place, byte[] nonce) {
        var sealed = engine.seal(nonce, clear.getBytes(StandardCharsets.UTF_8), place.bytes());
        return ByteBuffer.allocate(HEAD + Engine.NONCE + sealed.length)
                .put(algorithm.number())
                .putInt(id)
                .put(nonce)
                .put(sealed)
                .array();
    }

    private byte[] digest(String field, String text) {
        return engine.digest((field + '\0' + text).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "key " + id;
    }
}
