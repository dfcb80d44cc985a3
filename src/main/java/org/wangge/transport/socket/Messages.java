package org.wangge.transport.socket;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads what clients say; whatever is not in the protocol closes the socket with 4400 and what is
/// wrong with it.
final class Messages {
    private static final int DEEPEST = 50;
    private static final int LONGEST_ID = 128;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Messages() {}

    /// @throws Closed 4400
    static Message read(String text) {
        var message = object(parsed(text), "A message must be a JSON object");
        if (!(message.get("type") instanceof String type)) {
            throw invalid("A message must have a type");
        }
        return switch (type) {
            case "connection_init" -> new Message.Init(payload(message));
            case "ping" -> {
                payload(message);
                yield new Message.Ping();
            }
            case "pong" -> {
                payload(message);
                yield new Message.Pong();
            }
            case "subscribe" -> new Message.Subscribe(id(message), request(message.get("payload")));
            case "complete" -> new Message.Complete(id(message));
            default -> throw invalid("Unknown type of message");
        };
    }

    /// Whether it is worth reading before what came earlier: false for a ping or pong only if its type is written
    /// with escapes.
    static boolean mayBePing(String text) {
        return text.contains("\"ping\"") || text.contains("\"pong\"");
    }

    private static Object parsed(String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (StreamConstraintsException _) {
            throw invalid("The message is nested too deeply or holds too long a number");
        } catch (JacksonException _) {
            throw invalid("The message is not JSON");
        }
    }

    private static String id(Map<String, Object> message) {
        if (!(message.get("id") instanceof String id) || id.isEmpty()) {
            throw invalid("An operation must have an id, a string that is not empty");
        }
        if (id.length() > LONGEST_ID) {
            throw invalid("The id of an operation has at most " + LONGEST_ID + " characters");
        }
        return id;
    }

    private static Map<String, Object> payload(Map<String, Object> message) {
        var payload = message.get("payload");
        return payload == null ? Map.of() : object(payload, "The payload must be an object");
    }

    private static Map<String, Object> request(@Nullable Object payload) {
        var request = object(payload, "The payload of subscribe must be an object");
        if (request.get("query") != null && !(request.get("query") instanceof String)) {
            throw invalid("payload.query must be a string");
        }
        if (request.get("operationName") != null && !(request.get("operationName") instanceof String)) {
            throw invalid("payload.operationName must be a string");
        }
        for (var key : List.of("variables", "extensions")) {
            if (request.get(key) != null) {
                object(request.get(key), "payload." + key + " must be an object");
            }
        }
        if (!namesADocument(request)) {
            throw invalid("payload.query is missing");
        }
        return request;
    }

    private static boolean namesADocument(Map<String, Object> request) {
        return request.get("query") instanceof String query && !query.isBlank()
                || request.get("documentId") != null
                || request.get("extensions") instanceof Map<?, ?> extensions
                        && extensions.get("persistedQuery") != null;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(@Nullable Object value, String otherwise) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw invalid(otherwise);
    }

    private static Closed invalid(String why) {
        return new Closed(Closing.invalid(why));
    }
}
