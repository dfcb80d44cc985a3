package org.wangge.transport.socket;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebHandler;
import org.wangge.graphql.SocketGuard;
import org.wangge.transport.TrustedDocuments;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;

/// Takes the handshake of a socket, as RFC 6455 has it and no draft before: from pages of our own or of origins that
/// were allowed, or from
/// whoever is no page. A client that speaks another protocol is told so by a close frame, since
/// browsers do not show the status of a handshake.
@Component
class SocketDoor implements WebHandler {
    private static final String PROTOCOL = "graphql-transport-ws";
    private static final String PROTOCOLS = "Sec-WebSocket-Protocol";
    private static final String KEY = "Sec-WebSocket-Key";
    private static final String VERSIONS = "Sec-WebSocket-Version";
    private static final String VERSION = "13";

    private final WebGraphQlHandler graph;
    private final TrustedDocuments documents;
    private final SocketGuard guard;
    private final Sockets sockets;
    private final Origins origins;

    SocketDoor(
            WebGraphQlHandler graph, TrustedDocuments documents, SocketGuard guard, Sockets sockets, Origins origins) {
        this.graph = graph;
        this.documents = documents;
        this.guard = guard;
        this.sockets = sockets;
        this.origins = origins;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders();
        if (headers.getFirst(KEY) == null) {
            return refused(exchange, HttpStatus.BAD_REQUEST);
        }
        if (!VERSION.equals(headers.getFirst(VERSIONS))) {
            exchange.getResponse().getHeaders().set(VERSIONS, VERSION);
            return refused(exchange, HttpStatus.UPGRADE_REQUIRED);
        }
        if (!origins.mayEnter(headers)) {
            return refused(exchange, HttpStatus.FORBIDDEN);
        }
        return sockets.isRunning() ? upgraded(exchange) : refused(exchange, HttpStatus.SERVICE_UNAVAILABLE);
    }

    private static Mono<Void> refused(ServerWebExchange exchange, HttpStatus status) {
        exchange.getResponse().setStatusCode(status);
        return exchange.getResponse().setComplete();
    }

    private Mono<Void> upgraded(ServerWebExchange exchange) {
        var protocol = protocol(exchange.getRequest().getHeaders());
        HttpServerResponse response = ServerHttpResponseDecorator.getNativeResponse(exchange.getResponse());
        var spec = WebsocketServerSpec.builder()
                .maxFramePayloadLength(sockets.settings().messageBytes())
                .handlePing(true);
        if (protocol != null) {
            spec.protocols(protocol);
        }
        return exchange.getResponse()
                .setComplete()
                .then(Mono.defer(() -> response.sendWebsocket(
                        (inbound, outbound) -> held(inbound, exchange, protocol != null), spec.build())));
    }

    private static @Nullable String protocol(HttpHeaders headers) {
        return headers.getOrEmpty(PROTOCOLS).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .filter(PROTOCOL::equals)
                .findFirst()
                .orElse(null);
    }

    private Mono<Void> held(WebsocketInbound inbound, ServerWebExchange exchange, boolean isUnderstood) {
        var connection = new Connection[1];
        inbound.withConnection(found -> connection[0] = found);
        var wire = new Wire(connection[0].channel());
        connection[0].addHandlerLast(Farewell.NAME, new Farewell(wire));
        if (!isUnderstood) {
            return closed(inbound, wire, Closing.OTHER_PROTOCOL);
        }
        if (!sockets.enter()) {
            return closed(inbound, wire, Closing.RESTART);
        }
        var guest = new Guest(connection[0].channel().id().asShortText(), exchange);
        var operations =
                new Operations(graph, documents, guest, wire, sockets.settings().operations());
        return new Conversation(guard, sockets, guest, operations, wire)
                .held(inbound)
                .doFinally(signal -> sockets.leave());
    }

    private static Mono<Void> closed(WebsocketInbound inbound, Wire wire, Closing closing) {
        return Mono.when(inbound.receiveFrames().then().onErrorComplete(), wire.close(closing));
    }
}
