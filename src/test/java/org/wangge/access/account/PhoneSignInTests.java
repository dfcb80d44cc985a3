package org.wangge.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.wangge.town.Answer;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Residents sign in by a code that a service of the operator's sends.
@AccountTest
class PhoneSignInTests {
    private static final String PHONE = "13812345678";
    private static final BlockingQueue<JsonNode> SENT = new LinkedBlockingQueue<>();

    @Autowired
    Graph graph;

    private AccountOffice office;

    @DynamicPropertySource
    static void service(DynamicPropertyRegistry properties) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/sms", exchange -> {
            SENT.add(JsonMapper.shared().readTree(exchange.getRequestBody()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        properties.add(
                "wangge.sms.url",
                () -> "http://127.0.0.1:" + server.getAddress().getPort() + "/sms");
    }

    @BeforeEach
    void withoutAccountsOfResidents() {
        office = new AccountOffice(graph.anonymous());
        office.tidyUp();
        SENT.clear();
    }

    @Test
    void makesTheAccountAtTheFirstSignInAndFindsItAtTheNext() {
        var first = signIn(PHONE, code("138 1234 5678"));
        next();
        var second = signIn("+86 138-1234-5678", code(PHONE));

        assertThat(first.text("done.session.accessToken")).isNotBlank();
        assertThat(second.text("done.session.accessToken")).isNotBlank();
        assertThat(office.rows("select phone_mask from account_phone")).containsExactly("138****5678");
        assertThat(office.ask(first.text("done.session.accessToken"), "{ me { account { kind name } roles { role } } }")
                        .texts("me.roles[*].role"))
                .containsExactly("RESIDENT");
    }

    @Test
    void keepsNoNumberAndNoCodeInClear() {
        var code = code(PHONE);
        signIn(PHONE, "000000");

        var kept = office.rows("""
                select r::text from phone_code r union all select r::text from attempt r
                union all select r::text from access_log r union all select r::text from account_phone r""");

        assertThat(kept).isNotEmpty().noneMatch(row -> row.contains(PHONE) || row.contains(code));
    }

    @Test
    void takesACodeOnceAndForItsPhoneOnly() {
        var code = code(PHONE);

        assertThat(refusal(signIn("13912345678", code))).isEqualTo("CREDENTIALS_REJECTED");
        assertThat(signIn(PHONE, code).text("done.session.accessToken")).isNotBlank();
        assertThat(refusal(signIn(PHONE, code))).isEqualTo("CREDENTIALS_REJECTED");
    }

    @Test
    void takesACodeForFiveTries() {
        var code = code(PHONE);
        var wrong = code.equals("000000") ? "000001" : "000000";
        for (int n = 0; n < 5; n++) {
            assertThat(refusal(signIn(PHONE, wrong))).isEqualTo("CREDENTIALS_REJECTED");
        }

        assertThat(refusal(signIn(PHONE, code))).isEqualTo("CREDENTIALS_REJECTED");
    }

    @Test
    void takesACodeForFiveMinutes() {
        var code = code(PHONE);
        TestPostgres.execute(graph.database(), "update phone_code set expires_at = now()");

        assertThat(refusal(signIn(PHONE, code))).isEqualTo("CREDENTIALS_REJECTED");
    }

    @Test
    void sendsOneAMinuteAndFiveAnHour() {
        for (int n = 0; n < 5; n++) {
            code(PHONE);
            assertThat(request(PHONE).code()).isEqualTo("RATE_LIMITED");
            next();
        }

        assertThat(request(PHONE).code()).isEqualTo("RATE_LIMITED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "0838-5201234", "１２", "+1", "13812345678901", "not a number"})
    void refusesWhatIsNoMobileNumber(String phone) {
        assertThat(refusal(request(phone))).isEqualTo("INPUT_REJECTED");
    }

    @Test
    void letsNobodyInToAnAccountThatIsShut() {
        signIn(PHONE, code(PHONE));
        TestPostgres.execute(graph.database(), "update account set disabled_at = now() where kind = 'RESIDENT'");
        next();

        assertThat(refusal(signIn(PHONE, code(PHONE)))).isEqualTo("CREDENTIALS_REJECTED");
    }

    private String code(String phone) {
        assertThat(request(phone).text("done.expiresAt")).isNotBlank();
        var sent = SENT.remove();
        assertThat(sent.path("phone").asString()).isEqualTo("+8613812345678");
        return sent.path("code").asString();
    }

    /// A minute later.
    private void next() {
        TestPostgres.execute(
                graph.database(),
                "update attempt set since = since - interval '1 minute' where span = interval '1 minute'");
    }

    private Answer request(String phone) {
        return graph.anonymous()
                .ask(
                        "mutation($phone: String!) { done: requestPhoneCode(input: {phone: $phone}) {"
                                + " expiresAt refusal { code } } }",
                        Map.of("phone", phone));
    }

    private Answer signIn(String phone, String code) {
        return graph.anonymous()
                .ask(
                        "mutation($phone: String!, $code: String!) {"
                                + " done: signInByPhone(input: {phone: $phone, code: $code}) " + AccountOffice.SESSION
                                + " }",
                        Map.of("phone", phone, "code", code));
    }

    private static String refusal(Answer answer) {
        return answer.text("done.refusal.code");
    }
}
