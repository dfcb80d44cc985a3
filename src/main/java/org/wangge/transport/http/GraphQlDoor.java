package org.wangge.transport.http;

import graphql.ExecutionResult;
import java.util.Map;
import org.reactivestreams.Publisher;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.wangge.graphql.RequestOptions;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Takes single requests, after GraphQL over HTTP, and answers them in one piece or as an event stream,
/// as `Accept` says. Whatever is answered by an event stream, errors as well, is told in events.
@Component
class GraphQlDoor {
    private static final String ALLOWED = "GET, HEAD, POST, OPTIONS";
    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String DRY_RUN = "X-Dry-Run-Cost";

    private final WebGraphQlHandler graph;
    private final RequestReader reader;
    private final Answers answers;
    private final EventStream events;

    GraphQlDoor(WebGraphQlHandler graph, RequestReader reader, Answers answers, EventStream events) {
        this.graph = graph;
        this.reader = reader;
        this.answers = answers;
        this.events = events;
    }

    Mono<Void> handle(ServerWebExchange exchange) {
        if (exchange.getRequest().getMethod().equals(HttpMethod.OPTIONS)) {
            return Answers.allowed(ALLOWED, exchange);
        }
        Answers.headers(exchange).add(HttpHeaders.VARY, Answers.VARY);
        try {
            return answered(exchange);
        } catch (Rejection rejection) {
            return answers.of(rejection, exchange);
        }
    }

    private Mono<Void> answered(ServerWebExchange exchange) {
        if (!Answers.isSafe(exchange) && !exchange.getRequest().getMethod().equals(HttpMethod.POST)) {
            throw Rejection.wrongMethod(ALLOWED);
        }
        var type = AnswerType.of(exchange.getRequest().getHeaders());
        return reader.read(exchange)
                .flatMap(read -> carriedOut(read, type, exchange))
                .onErrorResume(thrown -> refused(thrown, type, exchange));
    }

    private Mono<Void> carriedOut(WebGraphQlRequest read, AnswerType type, ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders();
        var lastEventId = headers.getFirst(LAST_EVENT_ID);
        if (type == AnswerType.EVENTS && lastEventId != null && !lastEventId.isEmpty()) {
            ResumedFeeds.after(lastEventId, read);
        }
        if (Boolean.parseBoolean(headers.getFirst(DRY_RUN))) {
            RequestOptions.dryRun(read);
        }
        return graph.handleRequest(read).flatMap(response -> answered(response, type, exchange));
    }

    private Mono<Void> answered(WebGraphQlResponse response, AnswerType type, ServerWebExchange exchange) {
        if (!(response.getExecutionResult().getData() instanceof Publisher<?> results)) {
            return told(response.toMap(), type, exchange);
        }
        return type == AnswerType.EVENTS
                ? events.of(Flux.from(results).cast(ExecutionResult.class), exchange)
                : told(failed(new Fault(FaultCode.SUBSCRIPTION_TRANSPORT), exchange), type, exchange);
    }

    private Mono<Void> told(Map<String, Object> result, AnswerType type, ServerWebExchange exchange) {
        return type == AnswerType.EVENTS ? events.of(result, exchange) : answers.of(result, type, exchange);
    }

    private Mono<Void> refused(Throwable thrown, AnswerType type, ServerWebExchange exchange) {
        return switch (thrown) {
            case Rejection rejection -> answers.of(rejection, exchange);
            case Fault fault
            when fault.code() == FaultCode.INVALID_BODY ->
                answers.of(new Rejection(HttpStatus.BAD_REQUEST, fault.code()), exchange);
            case Fault fault -> told(failed(fault, exchange), type, exchange);
            default -> Mono.error(thrown);
        };
    }

    private static Map<String, Object> failed(Fault fault, ServerWebExchange exchange) {
        return Results.of(fault, Answers.locale(exchange), Answers.id(exchange));
    }
}
