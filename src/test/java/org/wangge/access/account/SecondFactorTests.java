package org.wangge.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Answer;
import org.wangge.town.Graph;

/// A second factor from its set-up to its loss.
@AccountTest
class SecondFactorTests {
    @Autowired
    Graph graph;

    @Autowired
    Clock clock;

    private AccountOffice office;
    private UUID account;

    @BeforeEach
    void withAnAdministrator() {
        office = new AccountOffice(graph.anonymous());
        office.tidyUp();
        account = office.account("huang");
        office.grant(account, "SYSTEM_ADMIN");
    }

    @Test
    void isSetUpInARestrictedSessionAndLiftsItsRestriction() {
        var session = office.signIn("huang", AccountOffice.PASSWORD, null);
        assertThat(session.text("done.session.restriction")).isEqualTo("SECOND_FACTOR_REQUIRED");
        var token = session.text("done.session.accessToken");

        var enrolment = office.ask(token, "mutation { done: enrolSecondFactor { secret uri } }");
        var confirmed = confirm(token, code(enrolment.text("done.secret"), 0));

        assertThat(enrolment.text("done.uri")).startsWith("otpauth://totp/Wangge:huang?secret=");
        assertThat(confirmed.texts("done.recoveryCodes")).hasSize(10).allMatch(code -> code.length() == 19);
        assertThat(office.refresh(session.text("done.session.refreshToken"))
                        .get("done.session", Map.class)
                        .get("restriction"))
                .isNull();
    }

    @Test
    void isAskedForAfterTheRightPasswordOnly() {
        enrolled();

        assertThat(signIn("guess", null)).isEqualTo("CredentialsRejected");
        assertThat(signIn(AccountOffice.PASSWORD, null)).isEqualTo("SecondFactorNeeded");
        assertThat(signIn(AccountOffice.PASSWORD, "000000")).isEqualTo("CredentialsRejected");
    }

    @Test
    void takesEachCodeOnce() {
        var secret = enrolled().text("done.secret");

        var next = code(secret, 1);
        var session = office.signIn("huang", AccountOffice.PASSWORD, next);

        assertThat(session.get("done.session", Map.class).get("restriction")).isNull();
        assertThat(signIn(AccountOffice.PASSWORD, next)).isEqualTo("CredentialsRejected");
    }

    @Test
    void takesEachRecoveryCodeOnce() {
        var token = office.signIn("huang", AccountOffice.PASSWORD, null).text("done.session.accessToken");
        var secret = office.ask(token, "mutation { done: enrolSecondFactor { secret } }")
                .text("done.secret");
        var recovery =
                confirm(token, code(secret, 0)).texts("done.recoveryCodes").getFirst();

        assertThat(AccountOffice.isDone(
                        office.signIn("huang", AccountOffice.PASSWORD, recovery.toLowerCase(java.util.Locale.ROOT)),
                        "session"))
                .isTrue();
        assertThat(signIn(AccountOffice.PASSWORD, recovery)).isEqualTo("CredentialsRejected");
    }

    @Test
    void locksAfterFiveWrongCodesAlsoBetweenRightPasswords() {
        enrolled();

        for (int n = 0; n < 5; n++) {
            assertThat(signIn(AccountOffice.PASSWORD, "00000" + n)).isEqualTo("CredentialsRejected");
            if (n < 4) {
                assertThat(signIn(AccountOffice.PASSWORD, null)).isEqualTo("SecondFactorNeeded");
            }
        }

        assertThat(signIn(AccountOffice.PASSWORD, null)).isEqualTo("SignInLocked");
    }

    @Test
    void isNotConfirmedByAWrongCode() {
        var token = office.signIn("huang", AccountOffice.PASSWORD, null).text("done.session.accessToken");
        office.ask(token, "mutation { done: enrolSecondFactor { secret } }");

        assertThat(confirm(token, "000000").text("done.refusal.code")).isEqualTo("CREDENTIALS_REJECTED");
        assertThat(AccountOffice.isDone(office.signIn("huang", AccountOffice.PASSWORD, null), "session"))
                .isTrue();
    }

    @Test
    void isKeptSealed() {
        var secret = enrolled().text("done.secret");

        assertThat(office.rows("select encode(secret_cell, 'escape') from second_factor"))
                .noneMatch(cell -> cell.contains(secret));
    }

    private Answer enrolled() {
        var token = office.signIn("huang", AccountOffice.PASSWORD, null).text("done.session.accessToken");
        var enrolment = office.ask(token, "mutation { done: enrolSecondFactor { secret uri } }");
        confirm(token, code(enrolment.text("done.secret"), 0));
        return enrolment;
    }

    private Answer confirm(String token, String code) {
        return office.ask(
                token,
                "mutation { done: confirmSecondFactor(input: {code: \"%s\"}) { recoveryCodes refusal { code } } }"
                        .formatted(code));
    }

    private String signIn(String password, String code) {
        return office.signIn("huang", password, code).text("done.refusal.__typename");
    }

    private String code(String secret, int stepsFromNow) {
        return Totp.code(decoded(secret), Totp.step(clock.instant()) + stepsFromNow);
    }

    private static byte[] decoded(String letters) {
        var bits = new java.math.BigInteger("0");
        for (var letter : letters.toCharArray()) {
            bits = bits.shiftLeft(5)
                    .or(java.math.BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
        }
        var bytes = new byte[Totp.SECRET];
        for (int i = 0; i < bytes.length; i++) {
            bytes[bytes.length - 1 - i] = bits.shiftRight(8 * i).byteValue();
        }
        return bytes;
    }
}
