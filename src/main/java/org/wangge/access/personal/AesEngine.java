package org.wangge.access.personal;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM and HMAC-SHA-256 of the JDK.
final class AesEngine implements Engine {
    private static final String SEALING = "AES/GCM/NoPadding";
    private static final String DIGEST = "HmacSHA256";
    /// To make one takes several times as long as to use it.
    private static final ThreadLocal<Cipher> CIPHERS = ThreadLocal.withInitial(AesEngine::cipher);

    private final SecretKeySpec cellKey;
    private final Mac ready;

    AesEngine(byte[] cellKey, byte[] indexKey) {
        this.cellKey = new SecretKeySpec(cellKey, "AES");
        try {
            ready = Mac.getInstance(DIGEST);
            ready.init(new SecretKeySpec(indexKey, DIGEST));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public byte[] seal(byte[] nonce, byte[] clear, byte[] associated) {
        try {
            return run(Cipher.ENCRYPT_MODE, nonce, clear, associated);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public byte[] open(byte[] nonce, byte[] sealed, byte[] associated) throws GeneralSecurityException {
        return run(Cipher.DECRYPT_MODE, nonce, sealed, associated);
    }

    /// A copy has the key at work already, and belongs to this call alone.
    @Override
    public byte[] digest(byte[] text) {
        try {
            return ((Mac) ready.clone()).doFinal(text);
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] text, byte[] associated) throws GeneralSecurityException {
        var cipher = started(mode, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associated);
        return cipher.doFinal(text);
    }

    /// A cipher refuses the nonce it had last; sealing alike may want it twice in a row.
    private Cipher started(int mode, GCMParameterSpec nonce) throws GeneralSecurityException {
        try {
            var cipher = CIPHERS.get();
            cipher.init(mode, cellKey, nonce);
            return cipher;
        } catch (InvalidAlgorithmParameterException again) {
            var cipher = Cipher.getInstance(SEALING);
            cipher.init(mode, cellKey, nonce);
            return cipher;
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance(SEALING);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
