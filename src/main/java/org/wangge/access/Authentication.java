package org.wangge.access;

import graphql.introspection.Introspection;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.graphql.server.WebSocketSessionInfo;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.wangge.graphql.SocketGuard;
import org.wangge.grid.Scope;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Finds out who asks, in the same way on every transport: by the bearer token of the request, or
/// of the `connection_init` of its socket. Puts it where controllers and loaders take it from, as
/// the context values `viewer`, `presence`, `scope` (what is public), `address` and `payer`.
@Component
@Order(2)
class Authentication implements WebGraphQlInterceptor, SocketGuard {
    private static final String BEARER = "bearer ";
    private static final String TOKEN = "wangge.token";
    private static final String NOBODY = "";

    private final Tokens tokens;
    private final Standings standings;
    private final AccessSettings settings;

    Authentication(Tokens tokens, Standings standings, AccessSettings settings) {
        this.tokens = tokens;
        this.standings = standings;
        this.settings = settings;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return presence(request)
                .flatMap(presence -> presence.viewer().flatMap(viewer -> chain.next(known(request, viewer, presence))));
    }

    @Override
    public Mono<String> admit(WebSocketSessionInfo session, Map<String, Object> payload) {
        var token = initToken(session, payload);
        if (token == null) {
            return settings.anonymousSockets()
                    ? Mono.just(NOBODY)
                    : Mono.error(() -> new Fault(FaultCode.SIGN_IN_REQUIRED));
        }
        return tokens.verify(token)
                .doOnNext(claims -> session.getAttributes().put(TOKEN, claims))
                .map(claims -> claims.accountId().toString());
    }

    @Override
    public Mono<Void> check(WebSocketSessionInfo session) {
        return session.getAttributes().get(TOKEN) instanceof Claims claims
                ? standings.of(claims).then()
                : Mono.empty();
    }

    private Mono<Presence> presence(WebGraphQlRequest request) {
        if (request instanceof WebSocketGraphQlRequest socket
                && socket.getSessionInfo().getAttributes().get(TOKEN) instanceof Claims claims) {
            return Mono.just(Presence.of(claims, standings));
        }
        var header = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (header == null || request instanceof WebSocketGraphQlRequest) {
            return Mono.just(Presence.ANONYMOUS);
        }
        return tokens.verify(bearer(header)).map(claims -> Presence.of(claims, standings));
    }

    private WebGraphQlRequest known(WebGraphQlRequest request, Viewer viewer, Presence presence) {
        var context = new HashMap<Object, Object>();
        context.put("viewer", viewer);
        context.put("presence", presence);
        context.put("scope", Scope.everywhere());
        var address = address(request.getRemoteAddress());
        context.put("address", address);
        context.put(
                "payer",
                viewer.accountId() == null ? address : viewer.accountId().toString());
        if (viewer.accountId() == null && !settings.anonymousIntrospection()) {
            context.put(Introspection.INTROSPECTION_DISABLED, true);
        }
        request.configureExecutionInput(
                (input, builder) -> builder.graphQLContext(context).build());
        return request;
    }

    private static String address(@Nullable InetSocketAddress remote) {
        return remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
    }

    /// From the payload, as `Authorization`, or from the handshake for clients that can set headers.
    private static @Nullable String initToken(WebSocketSessionInfo session, Map<String, Object> payload) {
        for (var entry : payload.entrySet()) {
            if (entry.getKey().equalsIgnoreCase(HttpHeaders.AUTHORIZATION) && entry.getValue() != null) {
                return bearer(entry.getValue().toString());
            }
        }
        var header = session.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        return header == null ? null : bearer(header);
    }

    private static String bearer(String text) {
        return text.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? text.substring(BEARER.length()).strip()
                : text.strip();
    }
}
