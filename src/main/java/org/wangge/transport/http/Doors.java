package org.wangge.transport.http;

import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/// Where the doors are. They stand before the stock ones, and answer every method there, so that no
/// request comes to those.
@Configuration(proxyBeanMethods = false)
class Doors {
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    RouterFunction<ServerResponse> doorsOfTheGraph(GraphQlDoor graph, SchemaDoor schema, GraphQlProperties properties) {
        var address = properties.getHttp().getPath();
        return RouterFunctions.route(path(address), graph::handle).andRoute(path(address + "/schema"), schema::handle);
    }
}
