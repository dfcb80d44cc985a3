package org.wangge.transport.socket;

import java.net.InetSocketAddress;
import java.net.URI;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Whoever is at the other end: what their handshake and their `connection_init` said.
final class Guest implements WebSocketSessionInfo {
    private static final String LOCALE = "locale";

    private final String id;
    private final URI uri;
    private final HttpHeaders headers;
    private final @Nullable InetSocketAddress remoteAddress;
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private Locale locale;
    private long requests;

    /// The exchange ends with the handshake: what is needed of it is copied.
    Guest(String id, ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var language = exchange.getLocaleContext().getLocale();
        this.id = id;
        this.uri = request.getURI();
        this.headers = HttpHeaders.copyOf(request.getHeaders());
        this.remoteAddress = request.getRemoteAddress();
        this.locale = language == null ? Locale.SIMPLIFIED_CHINESE : language;
    }

    /// The language of the handshake, unless the client names one that a text can be in.
    void introduce(Map<String, Object> payload) {
        if (payload.get(LOCALE) instanceof String tag) {
            var named = Locale.forLanguageTag(tag.replace('_', '-'));
            locale = named.getLanguage().isEmpty() ? locale : named;
        }
    }

    Locale locale() {
        return locale;
    }

    /// A number for operators to find a request by.
    String nextRequestId() {
        return id + "-" + ++requests;
    }

    WebSocketGraphQlRequest request(Map<String, Object> payload, String requestId) {
        return new WebSocketGraphQlRequest(
                uri, headers, new LinkedMultiValueMap<>(), remoteAddress, attributes, payload, requestId, locale, this);
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public Map<String, Object> getAttributes() {
        return attributes;
    }

    @Override
    public URI getUri() {
        return uri;
    }

    @Override
    public HttpHeaders getHeaders() {
        return headers;
    }

    @Override
    public Mono<Principal> getPrincipal() {
        return Mono.empty();
    }

    @Override
    public @Nullable InetSocketAddress getRemoteAddress() {
        return remoteAddress;
    }
}
