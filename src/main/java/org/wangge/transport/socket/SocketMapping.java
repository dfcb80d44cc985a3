package org.wangge.transport.socket;

import java.util.Map;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.server.ServerWebExchange;

/// Sockets come to the same address as requests.
@Configuration(proxyBeanMethods = false)
class SocketMapping {
    private static final int BEFORE_REQUESTS = -2;

    @Bean
    SimpleUrlHandlerMapping wayToTheSocketDoor(SocketDoor door, GraphQlProperties properties) {
        var mapping = new SimpleUrlHandlerMapping();
        mapping.setUrlMap(Map.of(properties.getHttp().getPath(), door));
        mapping.setHandlerPredicate((handler, exchange) -> isHandshake(exchange));
        mapping.setOrder(BEFORE_REQUESTS);
        return mapping;
    }

    private static boolean isHandshake(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return HttpMethod.GET.equals(request.getMethod())
                && "websocket".equalsIgnoreCase(request.getHeaders().getUpgrade());
    }
}
