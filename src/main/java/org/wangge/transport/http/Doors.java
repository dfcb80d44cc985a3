package org.wangge.transport.http;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.graphql.autoconfigure.GraphQlCorsProperties;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.core.Ordered;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.wangge.transport.Handshake;
import reactor.core.publisher.Mono;

/// Where the doors are: behind all filters that name an order, before the handlers. They answer every method
/// there, so that no request comes to the stock ones; only a handshake is let by, to the door for sockets.
@Component
class Doors implements WebFilter, Ordered {
    private final GraphQlDoor graph;
    private final SchemaDoor schema;
    private final PathPattern address;
    private final PathPattern addressOfSchema;
    private final @Nullable CorsConfiguration origins;
    private final DefaultCorsProcessor cors = new DefaultCorsProcessor();

    Doors(GraphQlDoor graph, SchemaDoor schema, GraphQlProperties properties, GraphQlCorsProperties origins) {
        this.graph = graph;
        this.schema = schema;
        var path = properties.getHttp().getPath();
        this.address = PathPatternParser.defaultInstance.parse(path);
        this.addressOfSchema = PathPatternParser.defaultInstance.parse(path + "/schema");
        this.origins = origins.toCorsConfiguration();
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().pathWithinApplication();
        if (address.matches(path) && !Handshake.is(exchange.getRequest())) {
            note(address, exchange);
            return mayAsk(origins, exchange) ? graph.handle(exchange) : Mono.empty();
        }
        if (addressOfSchema.matches(path)) {
            note(addressOfSchema, exchange);
            return mayAsk(null, exchange) ? schema.handle(exchange) : Mono.empty();
        }
        return chain.filter(exchange);
    }

    /// What it is counted by.
    private static void note(PathPattern address, ServerWebExchange exchange) {
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .ifPresent(context -> context.setPathPattern(address.getPatternString()));
    }

    /// When it may not, or asked just that, it has its answer.
    private boolean mayAsk(@Nullable CorsConfiguration allowed, ServerWebExchange exchange) {
        var isPreFlight = CorsUtils.isPreFlightRequest(exchange.getRequest());
        return allowed == null && !isPreFlight || cors.process(allowed, exchange) && !isPreFlight;
    }
}
