package org.wangge.access.personal;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/// SM4-GCM and HMAC-SM3 of Bouncy Castle.
final class Sm4Engine implements Engine {
    private static final int KEY = 16;

    private final KeyParameter cellKey;
    private final KeyParameter indexKey;

    Sm4Engine(byte[] cellKey, byte[] indexKey) {
        this.cellKey = new KeyParameter(Arrays.copyOf(cellKey, KEY));
        this.indexKey = new KeyParameter(indexKey);
    }

    @Override
    public byte[] seal(byte[] nonce, byte[] clear, byte[] associated) {
        try {
            return run(true, nonce, clear, associated);
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public byte[] open(byte[] nonce, byte[] sealed, byte[] associated) throws GeneralSecurityException {
        try {
            return run(false, nonce, sealed, associated);
        } catch (InvalidCipherTextException changed) {
            throw new GeneralSecurityException(changed);
        }
    }

    @Override
    public byte[] digest(byte[] text) {
        var mac = new HMac(new SM3Digest());
        mac.init(indexKey);
        mac.update(text, 0, text.length);
        var digest = new byte[mac.getMacSize()];
        mac.doFinal(digest, 0);
        return digest;
    }

    private byte[] run(boolean sealing, byte[] nonce, byte[] text, byte[] associated)
            throws InvalidCipherTextException {
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(sealing, new AEADParameters(cellKey, TAG_BITS, nonce, associated));
        var result = new byte[cipher.getOutputSize(text.length)];
        var length = cipher.processBytes(text, 0, text.length, result, 0);
        length += cipher.doFinal(result, length);
        return Arrays.copyOf(result, length);
    }
}
