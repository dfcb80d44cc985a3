package org.wangge.graphql;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Gives up what takes too long: the engine begins nothing more, statements under way are cancelled or end
/// by their own time limit. For a subscription it is the time until it stands.
@Component
@Order(1)
class Patience implements WebGraphQlInterceptor {
    private final Duration most;

    Patience(@Value("${wangge.limits.request}") Duration most) {
        this.most = most;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return chain.next(request)
                .timeout(most)
                .onErrorMap(TimeoutException.class, _ -> new Fault(FaultCode.REQUEST_TIMEOUT, most.toSeconds()));
    }
}
