package org.wangge.access.account.phone;

import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Hands codes to a service of yours, which sends them: POST of `{phone, code, minutes}` to
/// `wangge.sms.url`, with `wangge.sms.authorization` as its header where that is set. Any 2xx is taken.
@Component
@ConditionalOnProperty("wangge.sms.url")
class HttpSms implements SmsSender {
    private static final Logger LOG = LoggerFactory.getLogger(HttpSms.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WebClient client;

    HttpSms(@Value("${wangge.sms.url}") String url, @Value("${wangge.sms.authorization:}") String authorization) {
        var builder = WebClient.builder().baseUrl(url);
        client = (authorization.isEmpty() ? builder : builder.defaultHeader(HttpHeaders.AUTHORIZATION, authorization))
                .build();
    }

    @Override
    public Mono<Void> send(Phone phone, String code, int minutes) {
        return client.post()
                .bodyValue(Map.of("phone", phone.e164(), "code", code, "minutes", minutes))
                .retrieve()
                .toBodilessEntity()
                .timeout(PATIENCE)
                .onErrorMap(failure -> unavailable(failure))
                .then();
    }

    /// The failure's own words may hold the number.
    private static Fault unavailable(Throwable failure) {
        LOG.warn(
                "A text message could not be handed over: {}",
                failure.getClass().getSimpleName());
        return new Fault(FaultCode.UNAVAILABLE);
    }
}
