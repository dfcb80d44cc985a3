package org.wangge.access.account.wechat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.wangge.access.account.phone.Phone;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// WeChat's servers: `jscode2session`, `stable_token` (the kind of access token that several nodes
/// can ask for) and `getuserphonenumber`. They answer 200 with an `errcode`, in JSON that calls
/// itself text. Addresses hold secrets: no failure's own words are kept.
@Component
@ConditionalOnProperty("wangge.wechat.app-id")
class WeChat implements MiniProgram {
    private static final Logger LOG = LoggerFactory.getLogger(WeChat.class);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final int RETRY_SECONDS = 60;

    private final WeChatSettings settings;
    private final Clock clock;
    private final WebClient client;
    private volatile @Nullable Token known;

    private record Token(String text, Instant expiresAt) {}

    WeChat(WeChatSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.client = WebClient.builder().baseUrl(settings.url()).build();
    }

    @Override
    public Mono<String> openid(String code) {
        var answer = client.get()
                .uri(
                        "/sns/jscode2session?appid={app}&secret={secret}&js_code={code}&grant_type=authorization_code",
                        settings.appId(),
                        settings.secret(),
                        code)
                .retrieve()
                .bodyToMono(String.class);
        return read(answer).map(body -> textOf(body.path("openid")));
    }

    @Override
    public Mono<Phone> phone(String phoneCode) {
        return token().flatMap(token -> phone(phoneCode, token))
                .onErrorResume(StaleToken.class, stale -> {
                    known = null;
                    return token().flatMap(token -> phone(phoneCode, token));
                })
                .onErrorMap(StaleToken.class, stale -> new Fault(FaultCode.UNAVAILABLE));
    }

    private Mono<Phone> phone(String phoneCode, String token) {
        return post("/wxa/business/getuserphonenumber?access_token={token}", Map.of("code", phoneCode), token)
                .map(body -> body.path("phone_info"))
                .filter(info -> Objects.equals(info.at("/watermark/appid").asString(""), settings.appId()))
                .switchIfEmpty(Mono.error(() -> new Refused(new Refusal.CredentialsRejected())))
                .map(info -> Phone.of(
                        "phoneCode", "+" + textOf(info.path("countryCode")) + textOf(info.path("purePhoneNumber"))));
    }

    private Mono<String> token() {
        var last = known;
        if (last != null && clock.instant().isBefore(last.expiresAt())) {
            return Mono.just(last.text());
        }
        var credentials = Map.of(
                "grant_type",
                "client_credential",
                "appid",
                String.valueOf(settings.appId()),
                "secret",
                String.valueOf(settings.secret()));
        return post("/cgi-bin/stable_token", credentials).map(body -> {
            var lasts = Duration.ofSeconds(body.path("expires_in").asLong(0));
            var token = new Token(
                    textOf(body.path("access_token")),
                    clock.instant().plus(lasts).minus(EARLY));
            known = token;
            return token.text();
        });
    }

    private Mono<JsonNode> post(String path, Map<String, String> content, Object... values) {
        return read(client.post()
                .uri(path, values)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(JSON.writeValueAsString(content))
                .retrieve()
                .bodyToMono(String.class));
    }

    private Mono<JsonNode> read(Mono<String> answer) {
        return answer.timeout(settings.patience())
                .<JsonNode>map(JSON::readTree)
                .onErrorMap(WeChat::unavailable)
                .doOnNext(WeChat::check);
    }

    /// The codes that WeChat documents; whatever else it says is not for the caller.
    private static void check(JsonNode body) {
        var code = body.path("errcode").asInt(0);
        switch (code) {
            case 0 -> {}
            case 40029, 40163, 40226 -> throw new Refused(new Refusal.CredentialsRejected());
            case 45011 -> throw new Fault(FaultCode.RATE_LIMITED, RETRY_SECONDS);
            case 40001, 40014, 42001 -> throw new StaleToken();
            default -> {
                LOG.warn("WeChat answered errcode {}", code);
                throw new Fault(FaultCode.UNAVAILABLE);
            }
        }
    }

    private static String textOf(JsonNode node) {
        var text = node.asString("");
        if (text.isEmpty()) {
            throw new Fault(FaultCode.UNAVAILABLE);
        }
        return text;
    }

    private static Fault unavailable(Throwable failure) {
        LOG.warn("WeChat did not answer: {}", failure.getClass().getSimpleName());
        return new Fault(FaultCode.UNAVAILABLE);
    }

    /// Our access token was replaced: another is asked for, once.
    private static final class StaleToken extends RuntimeException {
        private static final long serialVersionUID = 1;

        StaleToken() {
            super("stale", null, false, false);
        }
    }
}
