package org.wangge.transport.socket;

import java.util.Map;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.wangge.transport.Handshake;

/// Sockets come to the same address as requests.
@Configuration(proxyBeanMethods = false)
class SocketMapping {
    private static final int BEFORE_REQUESTS = -2;

    @Bean
    SimpleUrlHandlerMapping wayToTheSocketDoor(SocketDoor door, GraphQlProperties properties) {
        var mapping = new SimpleUrlHandlerMapping();
        mapping.setUrlMap(Map.of(properties.getHttp().getPath(), door));
        mapping.setHandlerPredicate((handler, exchange) -> Handshake.is(exchange.getRequest()));
        mapping.setOrder(BEFORE_REQUESTS);
        return mapping;
    }
}
