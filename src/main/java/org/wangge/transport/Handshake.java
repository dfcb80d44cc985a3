package org.wangge.transport;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// The request that opens a socket. It comes to the same address as all others.
public final class Handshake {
    private Handshake() {}

    public static boolean is(ServerHttpRequest request) {
        return HttpMethod.GET.equals(request.getMethod())
                && "websocket".equalsIgnoreCase(request.getHeaders().getUpgrade());
    }
}
