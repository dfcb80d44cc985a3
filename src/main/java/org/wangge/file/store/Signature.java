package org.wangge.file.store;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs a request to an object store (AWS Signature Version 4, with the headers that are given). The
/// paths that we make need no escaping.
final class Signature {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String SCHEME = "AWS4-HMAC-SHA256";

    private final String accessKey;
    private final String secretKey;
    private final String region;

    Signature(String accessKey, String secretKey, String region) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.region = region;
    }

    /// The headers to send, `Authorization` among them; `host` is signed and not in them.
    ///
    /// @param contentHash SHA-256 of the body in hex
    Map<String, String> headers(String method, URI uri, String contentHash, Map<String, String> others, Instant now) {
        var time = TIME.format(now);
        var headers = new TreeMap<>(others);
        headers.put("x-amz-content-sha256", contentHash);
        headers.put("x-amz-date", time);
        var signed = new TreeMap<>(headers);
        signed.put("host", uri.getRawAuthority());
        var names = String.join(";", signed.keySet());
        var canonical = String.join("\n", method, uri.getRawPath(), "", lines(signed), names, contentHash);
        var scope = time.substring(0, 8) + '/' + region + "/s3/aws4_request";
        var toSign = String.join("\n", SCHEME, time, scope, sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        headers.put(
                "Authorization",
                SCHEME + " Credential=" + accessKey + '/' + scope + ", SignedHeaders=" + names + ", Signature="
                        + HexFormat.of().formatHex(hmac(key(time.substring(0, 8)), toSign)));
        return headers;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String lines(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ':' + header.getValue().strip() + '\n')
                .collect(Collectors.joining());
    }

    private byte[] key(String day) {
        var key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        return hmac(hmac(hmac(hmac(key, day), region), "s3"), "aws4_request");
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
