package org.wangge.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.Words;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class PatienceTests {
    @Test
    void givesUpWhatTakesLongerThanARequestMay() {
        var request = new WebGraphQlRequest(
                URI.create("/graphql"),
                new HttpHeaders(),
                new LinkedMultiValueMap<>(),
                null,
                Map.of(),
                Map.of("query", "{ __typename }"),
                "1",
                Locale.ENGLISH);
        var isCancelled = new AtomicBoolean();

        StepVerifier.withVirtualTime(() -> new Patience(Duration.ofSeconds(10))
                        .intercept(
                                request,
                                _ -> Mono.never()
                                        .cast(org.springframework.graphql.server.WebGraphQlResponse.class)
                                        .doOnCancel(() -> isCancelled.set(true))))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(9_999))
                .thenAwait(Duration.ofMillis(1))
                .expectErrorSatisfies(thrown -> {
                    var fault = (Fault) thrown;
                    assertThat(fault.code()).isEqualTo(FaultCode.REQUEST_TIMEOUT);
                    assertThat(Words.of(fault, Locale.ENGLISH)).contains("10 seconds");
                })
                .verify(Duration.ofSeconds(5));
        assertThat(isCancelled).isTrue();
    }
}
