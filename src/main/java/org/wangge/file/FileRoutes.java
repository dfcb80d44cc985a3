package org.wangge.file;

import static org.springframework.web.reactive.function.server.RequestPredicates.GET;
import static org.springframework.web.reactive.function.server.RequestPredicates.HEAD;
import static org.springframework.web.reactive.function.server.RequestPredicates.POST;
import static org.springframework.web.reactive.function.server.RequestPredicates.PUT;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/// Files travel beside the graph: up with the token of a ticket, down with a link.
@Configuration(proxyBeanMethods = false)
class FileRoutes {
    static final String PATH = "/files/";

    @Bean
    RouterFunction<ServerResponse> files(Reception reception, Delivery delivery) {
        return RouterFunctions.route(PUT(PATH + "{token}"), reception::take)
                .andRoute(POST(PATH + "{token}"), reception::take)
                .andRoute(GET(PATH + "{id}").or(HEAD(PATH + "{id}")), delivery::give);
    }
}
