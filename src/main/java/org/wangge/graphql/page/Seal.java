package org.wangge.graphql.page;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Signs what clients carry for us (cursors), so that we believe only what we wrote ourselves.
public final class Seal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int TAG = 9;

    private final SecretKeySpec key;

    public Seal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    public String close(byte[] content, String context) {
        var sealed = Arrays.copyOf(tag(content, context), TAG + content.length);
        System.arraycopy(content, 0, sealed, TAG, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /// The content, or null when this seal did not close it in this context.
    public byte @Nullable [] open(String text, String context) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
        if (sealed.length < TAG) {
            return null;
        }
        var content = Arrays.copyOfRange(sealed, TAG, sealed.length);
        var isOurs = MessageDigest.isEqual(Arrays.copyOf(sealed, TAG), tag(content, context));
        return isOurs ? content : null;
    }

    private byte[] tag(byte[] content, String context) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(context.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(content), TAG);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
