package org.wangge.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.wangge.town.Answer;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;

/// Signing in from the mini-program, against a server that says what WeChat documents.
@AccountTest
@ExtendWith(OutputCaptureExtension.class)
class WeChatSignInTests {
    private static final Map<String, String> SESSIONS = new ConcurrentHashMap<>();
    private static final Map<String, String> PHONES = new ConcurrentHashMap<>();
    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static final AtomicInteger TOKENS = new AtomicInteger();

    @Autowired
    Graph graph;

    private AccountOffice office;

    @DynamicPropertySource
    static void weChat(DynamicPropertyRegistry properties) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/sns/jscode2session",
                exchange -> answer(
                        exchange,
                        SESSIONS.getOrDefault(
                                parameters(exchange).getOrDefault("js_code", ""),
                                "{\"errcode\":40029,\"errmsg\":\"invalid code\"}")));
        server.createContext(
                "/cgi-bin/stable_token",
                exchange -> answer(
                        exchange,
                        "{\"access_token\":\"token-%d\",\"expires_in\":7200}".formatted(TOKENS.incrementAndGet())));
        server.createContext("/wxa/business/getuserphonenumber", exchange -> {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var token = parameters(exchange).get("access_token");
            answer(
                    exchange,
                    PHONES.entrySet().stream()
                            .filter(one -> body.contains(one.getKey()))
                            .map(one -> one.getValue().equals("STALE") && token.equals("token-1")
                                    ? "{\"errcode\":40001,\"errmsg\":\"invalid credential\"}"
                                    : one.getValue().replace("STALE", phone("wx-test")))
                            .findFirst()
                            .orElse("{\"errcode\":40029,\"errmsg\":\"invalid code\"}"));
        });
        server.start();
        properties.add("wangge.wechat.app-id", () -> "wx-test");
        properties.add("wangge.wechat.secret", () -> "wx-secret");
        properties.add("wangge.wechat.patience", () -> "1s");
        properties.add(
                "wangge.wechat.url",
                () -> "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @BeforeEach
    void withSomebodyWhoUsesTheMiniProgram() {
        office = new AccountOffice(graph.anonymous());
        office.tidyUp();
        ASKED.clear();
        SESSIONS.clear();
        SESSIONS.put(
                "login", "{\"openid\":\"o-zhang\",\"session_key\":\"tiihtNczf5v6AKRyjwEUhQ==\",\"unionid\":\"u\"}");
        PHONES.clear();
        PHONES.put("phone", phone("wx-test"));
    }

    @Test
    void asksForThePhoneOnceAndKnowsTheWeChatThen() {
        assertThat(signIn("login", null).text("done.refusal.__typename")).isEqualTo("PhoneNeeded");

        assertThat(signIn("login", "phone").text("done.session.accessToken")).isNotBlank();

        assertThat(signIn("login", null).text("done.session.accessToken")).isNotBlank();
        assertThat(office.rows("select phone_mask from account_phone")).containsExactly("138****5678");
        assertThat(office.rows("select count(*) from account where kind = 'RESIDENT' and name is null"))
                .containsExactly("1");
    }

    @Test
    void keepsNeitherOpenidNorSessionKey(CapturedOutput output) {
        signIn("login", "phone");

        assertThat(office.rows("select r::text from account_wechat r union all select r::text from access_log r"))
                .noneMatch(row -> row.contains("o-zhang") || row.contains("tiihtNczf5v6AKRyjwEUhQ"));
        assertThat(output.getAll()).doesNotContain("tiihtNczf5v6AKRyjwEUhQ", "o-zhang", "wx-secret");
    }

    @ParameterizedTest
    @CsvSource({"40029", "40163", "40226"})
    void refusesCodesThatWeChatRefuses(int code) {
        SESSIONS.put("login", "{\"errcode\":%d,\"errmsg\":\"no\"}".formatted(code));

        assertThat(signIn("login", null).text("done.refusal.code")).isEqualTo("CREDENTIALS_REJECTED");
        SESSIONS.put("login", "{\"errcode\":0,\"openid\":\"o\"}");
        PHONES.put("phone", "{\"errcode\":%d}".formatted(code));
        assertThat(signIn("login", "phone").text("done.refusal.code")).isEqualTo("CREDENTIALS_REJECTED");
    }

    @ParameterizedTest
    @CsvSource({"45011, RATE_LIMITED", "-1, UNAVAILABLE", "40013, UNAVAILABLE", "40125, UNAVAILABLE"})
    void answersWithAFaultWhenWeChatIsTheOneWhoCannot(int code, String fault, CapturedOutput output) {
        SESSIONS.put("login", "{\"errcode\":%d,\"errmsg\":\"secret words\"}".formatted(code));

        assertThat(signIn("login", null).code()).isEqualTo(fault);
        assertThat(output.getAll()).doesNotContain("secret words");
    }

    @ParameterizedTest
    @CsvSource({"HANG", "BREAK", "'<html>'", "'{}'"})
    void answersUnavailableWhenWeChatDoesNotAnswer(String behaviour, CapturedOutput output) {
        SESSIONS.put("login", behaviour);

        assertThat(signIn("login", null).code()).isEqualTo("UNAVAILABLE");
        assertThat(output.getAll()).doesNotContain("wx-secret");
    }

    @Test
    void asksForAnotherAccessTokenWhenItsOwnWasReplaced() {
        PHONES.put("phone", "STALE");

        assertThat(signIn("login", "phone").text("done.session.accessToken")).isNotBlank();
        signIn("login", "phone");

        assertThat(ASKED).filteredOn(path -> path.contains("stable_token")).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void trustsNoPhoneThatWasGivenToAnotherMiniProgram() {
        PHONES.put("phone", phone("wx-other"));

        assertThat(signIn("login", "phone").text("done.refusal.code")).isEqualTo("CREDENTIALS_REJECTED");
    }

    @Test
    void letsNobodyInToAnAccountThatIsShut() {
        signIn("login", "phone");
        TestPostgres.execute(graph.database(), "update account set disabled_at = now() where kind = 'RESIDENT'");

        assertThat(signIn("login", null).text("done.refusal.code")).isEqualTo("CREDENTIALS_REJECTED");
        assertThat(signIn("login", "phone").text("done.refusal.code")).isEqualTo("CREDENTIALS_REJECTED");
    }

    private Answer signIn(String code, String phoneCode) {
        return graph.anonymous()
                .ask(
                        "mutation($input: SignInWithWeChatInput!) { done: signInWithWeChat(input: $input) "
                                + AccountOffice.SESSION + " }",
                        Map.of(
                                "input",
                                phoneCode == null
                                        ? Map.of("code", code)
                                        : Map.of("code", code, "phoneCode", phoneCode)));
    }

    private static String phone(String app) {
        return """
                {"errcode":0,"errmsg":"ok","phone_info":{"phoneNumber":"13812345678","purePhoneNumber":"13812345678",
                 "countryCode":"86","watermark":{"timestamp":1637744274,"appid":"%s"}}}""".formatted(app);
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        ASKED.add(exchange.getRequestURI().getPath());
        if (body.equals("BREAK")) {
            exchange.close();
            return;
        }
        if (body.equals("HANG")) {
            return;
        }
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        var parameters = new HashMap<String, String>();
        for (var pair : exchange.getRequestURI().getQuery().split("&")) {
            parameters.put(pair.replaceFirst("=.*", ""), pair.replaceFirst("[^=]*=", ""));
        }
        return parameters;
    }
}
