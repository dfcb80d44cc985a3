package org.wangge.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.Problem;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import reactor.core.publisher.Mono;

/// Changing one's own password.
@AccountTest
class OwnPasswordTests {
    private static final String NEXT = "another horse battery";

    @Autowired
    Graph graph;

    @Autowired
    OwnPassword own;

    private AccountOffice office;
    private UUID account;

    @BeforeEach
    void withOneAccountThatHasToChangeItsPassword() {
        office = new AccountOffice(graph.anonymous());
        office.tidyUp();
        account = office.account("huang", "must_change_password = true");
    }

    @Test
    void changesIt() {
        assertThat(change(AccountOffice.PASSWORD, NEXT)).isEqualTo("changed");

        assertThat(AccountOffice.isDone(office.signIn("huang", AccountOffice.PASSWORD, null), "session"))
                .isFalse();
        var session = office.signIn("huang", NEXT, null).get("done.session", Map.class);
        assertThat(session.get("restriction")).isNull();
    }

    @Test
    void endsAllOtherSessions() {
        office.signIn("huang", AccountOffice.PASSWORD, null);
        office.signIn("huang", AccountOffice.PASSWORD, null);
        var mine = UUID.fromString(office.rows("select id from account_session order by begun_at desc")
                .getFirst());

        Awaited.the(own.change(
                        new ChangePasswordInput(AccountOffice.PASSWORD, NEXT),
                        AccountOffice.viewer(account, mine, FaultCode.PASSWORD_CHANGE_REQUIRED),
                        null)
                .thenReturn(true));

        assertThat(office.rows(
                        "select id from account_session where account_id = '" + account + "' and ended_at is null"))
                .containsExactly(mine.toString());
    }

    @Test
    void refusesAWrongCurrentPasswordAndLocksAfterFive() {
        for (int n = 0; n < 5; n++) {
            assertThat(change("wrong", NEXT)).isEqualTo(new Refusal.CredentialsRejected());
        }

        assertThat(change(AccountOffice.PASSWORD, NEXT)).isInstanceOf(Refusal.SignInLocked.class);
    }

    @Test
    void refusesWhatBreaksTheRules() {
        assertThat(change(AccountOffice.PASSWORD, AccountOffice.PASSWORD))
                .isEqualTo(new Refusal.InputRejected(List.of(Problem.of("newPassword", ProblemCode.SAME_AS_BEFORE))));
        assertThat(change(AccountOffice.PASSWORD, "1234567890"))
                .isEqualTo(new Refusal.InputRejected(List.of(Problem.of("newPassword", ProblemCode.TOO_COMMON))));
    }

    private Object change(String from, String to) {
        return Awaited.the(
                own.change(new ChangePasswordInput(from, to), AccountOffice.viewer(account, null, null), "10.0.0.1")
                        .thenReturn((Object) "changed")
                        .onErrorResume(Refused.class, refused -> Mono.just(refused.refusal())));
    }
}
