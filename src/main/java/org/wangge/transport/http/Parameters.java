package org.wangge.transport.http;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.wangge.graphql.RequestOptions;
import org.wangge.refusal.FaultCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads the parameters of a request from a body of JSON, or from the query of its address; strictly,
/// since what is guessed here is found out late.
@Component
class Parameters {
    private static final List<String> TEXTS = List.of("query", "documentId", "operationName", RequestOptions.ON_ERROR);
    private static final List<String> OBJECTS = List.of("variables", "extensions");

    private final int depth;
    private final JsonMapper json;

    Parameters(HttpLimits limits) {
        this.depth = limits.depth();
        this.json = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(depth)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /// @throws Rejection 400 when it is not a JSON object in UTF-8 with values of the right types
    Map<String, Object> ofBody(byte[] body) {
        return checked(object(text(body)));
    }

    /// @throws Rejection 400 when a parameter is there twice, or is not text in UTF-8 or JSON as it should be
    Map<String, Object> ofAddress(@Nullable String rawQuery) {
        var parameters = new HashMap<String, Object>();
        for (var pair : rawQuery == null ? new String[0] : rawQuery.split("&")) {
            var equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            if (!TEXTS.contains(name) && !OBJECTS.contains(name)) {
                continue;
            }
            var value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
            if (!value.isEmpty() && parameters.put(name, OBJECTS.contains(name) ? object(value) : value) != null) {
                throw Rejection.malformed();
            }
        }
        return checked(parameters);
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw Rejection.malformed();
        }
    }

    /// Bytes that are not UTF-8 are decoded one by one, and then found not to be.
    private static String decoded(String value) {
        try {
            return text(URLDecoder.decode(value, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException notEncoded) {
            throw Rejection.malformed();
        }
    }

    private Map<?, ?> object(String text) {
        try {
            if (json.readValue(text, Object.class) instanceof Map<?, ?> map) {
                return map;
            }
            throw Rejection.malformed();
        } catch (StreamConstraintsException tooMuch) {
            throw isTooDeep(tooMuch)
                    ? new Rejection(HttpStatus.BAD_REQUEST, FaultCode.BODY_TOO_DEEP, depth)
                    : Rejection.malformed();
        } catch (JacksonException unreadable) {
            throw Rejection.malformed();
        }
    }

    /// The other constraints are on numbers and names that are longer than any of ours.
    private static boolean isTooDeep(StreamConstraintsException tooMuch) {
        return tooMuch.getOriginalMessage().contains("getMaxNestingDepth");
    }

    /// What is null is left out: it means the same.
    private static Map<String, Object> checked(Map<?, ?> read) {
        var parameters = new HashMap<String, Object>();
        for (var name : TEXTS) {
            put(parameters, name, read.get(name), String.class);
        }
        for (var name : OBJECTS) {
            put(parameters, name, read.get(name), Map.class);
        }
        parameters.remove("operationName", "");
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, @Nullable Object value, Class<?> type) {
        if (value == null) {
            return;
        }
        if (!type.isInstance(value)) {
            throw Rejection.malformed();
        }
        parameters.put(name, value);
    }
}
