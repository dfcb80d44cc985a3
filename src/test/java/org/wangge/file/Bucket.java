package org.wangge.file;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A small object store that speaks as much of S3 as we use, and believes no request whose signature
/// it does not reckon itself from what arrived.
final class Bucket implements AutoCloseable {
    static final String ACCESS_KEY = "TESTKEY";
    static final String SECRET_KEY = "test/secret+key";
    static final String REGION = "cn-test-1";

    final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    volatile boolean isBroken;
    private final HttpServer server;

    Bucket() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/pictures/wangge/", this::handle);
            server.start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var name = exchange.getRequestURI().getPath().substring("/pictures/wangge/".length());
            if (isBroken) {
                answer(exchange, 503, new byte[0]);
            } else if (!isSigned(exchange, body)) {
                answer(exchange, 403, new byte[0]);
            } else {
                switch (exchange.getRequestMethod()) {
                    case "PUT" -> {
                        objects.put(name, body);
                        answer(exchange, 200, new byte[0]);
                    }
                    case "GET" -> read(exchange, objects.get(name));
                    case "DELETE" -> answer(exchange, objects.remove(name) == null ? 404 : 204, new byte[0]);
                    default -> answer(exchange, 405, new byte[0]);
                }
            }
        }
    }

    private static void read(HttpExchange exchange, byte[] object) throws IOException {
        if (object == null) {
            answer(exchange, 404, new byte[0]);
            return;
        }
        var range = exchange.getRequestHeaders()
                .getFirst("Range")
                .substring("bytes=".length())
                .split("-");
        var from = Integer.parseInt(range[0]);
        var to = (int) Math.min(Long.parseLong(range[1]) + 1, object.length);
        answer(exchange, 206, Arrays.copyOfRange(object, from, to));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static boolean isSigned(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        var claim = headers.getFirst("Authorization");
        var contentHash = hex(sha256(body));
        if (claim == null || !contentHash.equals(headers.getFirst("X-amz-content-sha256"))) {
            return false;
        }
        var names = claim.replaceFirst(".*SignedHeaders=([^,]+),.*", "$1");
        var day = headers.getFirst("X-amz-date").substring(0, 8);
        var signed = Arrays.stream(names.split(";"))
                .map(name -> name + ":" + headers.getFirst(name) + "\n")
                .collect(Collectors.joining());
        var request = exchange.getRequestMethod() + "\n"
                + exchange.getRequestURI().getRawPath() + "\n\n" + signed + "\n" + names + "\n" + contentHash;
        var scope = day + "/" + REGION + "/s3/aws4_request";
        var toSign = "AWS4-HMAC-SHA256\n" + headers.getFirst("X-amz-date") + "\n" + scope + "\n"
                + hex(sha256(request.getBytes(StandardCharsets.UTF_8)));
        var key = ("AWS4" + SECRET_KEY).getBytes(StandardCharsets.UTF_8);
        for (var part : new String[] {day, REGION, "s3", "aws4_request"}) {
            key = hmac(key, part);
        }
        return claim.equals("AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY + "/" + scope + ", SignedHeaders=" + names
                + ", Signature=" + hex(hmac(key, toSign)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
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
