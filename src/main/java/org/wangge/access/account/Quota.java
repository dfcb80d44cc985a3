package org.wangge.access.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

/// How often something may be tried; once that often, not again until the span is over.
///
/// @param subject what it counts, unreadable
public record Quota(String subject, int most, Duration span) {
    /// Between the two parts of a subject; no letter of base64url, and followed by `A`.
    static final char OF = '@';

    /// For all that is tried with one text, such as a name or an address.
    public static Quota of(String kind, String text, int most, Duration span) {
        return new Quota(digest(kind + '|' + text) + OF, most, span);
    }

    /// For what is tried with one text from one place.
    static Quota of(String kind, String text, String from, int most, Duration span) {
        return new Quota(digest(kind + '|' + text) + OF + digest(from), most, span);
    }

    /// What the subjects of all quotas for this text begin with.
    static String prefix(String kind, String text) {
        return digest(kind + '|' + text) + OF;
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
