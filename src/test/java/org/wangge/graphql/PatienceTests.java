package org.wangge.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.util.LinkedMultiValueMap;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.Words;
import org.wangge.town.Awaited;
import reactor.core.publisher.Mono;

class PatienceTests {
    private static final Duration MOST = Duration.ofSeconds(2);

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

        var answered = Awaited.the(new Patience(MOST)
                .intercept(request, _ -> Mono.<WebGraphQlResponse>never().doOnCancel(() -> isCancelled.set(true)))
                .materialize()
                .elapsed());

        assertThat(answered.getT1()).isGreaterThanOrEqualTo(MOST.toMillis());
        var fault = (Fault) answered.getT2().getThrowable();
        assertThat(fault.code()).isEqualTo(FaultCode.REQUEST_TIMEOUT);
        assertThat(Words.of(fault, Locale.ENGLISH)).contains("2 seconds");
        assertThat(isCancelled).isTrue();
    }
}
