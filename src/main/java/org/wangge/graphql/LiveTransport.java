package org.wangge.graphql;

import graphql.GraphqlErrorBuilder;
import java.util.List;
import org.reactivestreams.Publisher;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Refuses a subscription over a transport that answers once: it needs a socket, or a request that
/// accepts nothing but `text/event-stream`.
@Component
@Order(4)
class LiveTransport implements WebGraphQlInterceptor {
    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request)
                .map(response -> response.getExecutionResult().getData() instanceof Publisher && !isLive(request)
                        ? refused(request)
                        : response);
    }

    private static boolean isLive(WebGraphQlRequest request) {
        return request instanceof WebSocketGraphQlRequest
                || request.getHeaders().getAccept().equals(List.of(MediaType.TEXT_EVENT_STREAM));
    }

    private static WebGraphQlResponse refused(WebGraphQlRequest request) {
        var fault = new Fault(FaultCode.SUBSCRIPTION_TRANSPORT);
        return RequestErrors.answer(
                request, Faults.error(GraphqlErrorBuilder.newError(), fault, request.getLocale(), request.getId()));
    }
}
