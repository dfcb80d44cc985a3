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
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
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

    Mono<ServerResponse> handle(ServerRequest request) {
        if (request.method().equals(HttpMethod.OPTIONS)) {
            return ServerResponse.noContent().header(HttpHeaders.ALLOW, ALLOWED).build();
        }
        Answers.headers(request).add(HttpHeaders.VARY, Answers.VARY);
        return Mono.defer(() -> answered(request))
                .onErrorResume(Rejection.class, rejection -> answers.of(rejection, request));
    }

    private Mono<ServerResponse> answered(ServerRequest request) {
        if (!Answers.isSafe(request) && !request.method().equals(HttpMethod.POST)) {
            throw Rejection.wrongMethod(ALLOWED);
        }
        var type = AnswerType.of(request.headers().asHttpHeaders());
        return reader.read(request)
                .flatMap(read -> carriedOut(read, type, request))
                .onErrorResume(Fault.class, fault -> told(failed(fault, request), type, request));
    }

    private Mono<ServerResponse> carriedOut(WebGraphQlRequest read, AnswerType type, ServerRequest request) {
        var lastEventId = request.headers().firstHeader(LAST_EVENT_ID);
        if (type == AnswerType.EVENTS && lastEventId != null && !lastEventId.isEmpty()) {
            ResumedFeeds.after(lastEventId, read);
        }
        if (Boolean.parseBoolean(request.headers().firstHeader(DRY_RUN))) {
            RequestOptions.dryRun(read);
        }
        return graph.handleRequest(read).flatMap(response -> answered(response, type, request));
    }

    private Mono<ServerResponse> answered(WebGraphQlResponse response, AnswerType type, ServerRequest request) {
        if (!(response.getExecutionResult().getData() instanceof Publisher<?> results)) {
            return told(response.toMap(), type, request);
        }
        return type == AnswerType.EVENTS
                ? events.of(Flux.from(results).cast(ExecutionResult.class), request)
                : told(failed(new Fault(FaultCode.SUBSCRIPTION_TRANSPORT), request), type, request);
    }

    private Mono<ServerResponse> told(Map<String, Object> result, AnswerType type, ServerRequest request) {
        return type == AnswerType.EVENTS ? events.of(result, request) : answers.of(result, type, request);
    }

    private static Map<String, Object> failed(Fault fault, ServerRequest request) {
        if (fault.code() == FaultCode.INVALID_BODY) {
            throw new Rejection(HttpStatus.BAD_REQUEST, fault.code());
        }
        return Results.of(fault, Answers.locale(request), Answers.id(request));
    }
}
