package org.wangge.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;

/// Signing in by name and password, and going on with the session.
@AccountTest
class SignInTests {
    @Autowired
    Graph graph;

    private AccountOffice office;

    @BeforeEach
    void withOneAccount() {
        office = new AccountOffice(graph.anonymous());
        office.tidyUp();
        office.account("huang");
    }

    @Test
    void signsInAndGivesTokens() {
        var answer = office.signIn("huang", AccountOffice.PASSWORD, null);

        assertThat(answer.text("done.session.accessToken")).isNotBlank();
        assertThat(answer.text("done.session.refreshToken")).hasSize(43);
        assertThat(office.rows("select act || ' ' || outcome from access_log")).containsExactly("SIGN_IN DONE");
    }

    @Test
    void takesTheNameInAnyCase() {
        assertThat(office.signIn(" ＨUANG ", AccountOffice.PASSWORD, null).text("done.session.accessToken"))
                .isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"huang, wrong password", "nobody, correct horse battery", "gone, correct horse battery", "'', ''"})
    void answersEverythingWrongAlike(String name, String password) {
        office.account("gone", "disabled_at = now()");

        var answer = office.signIn(name, password, null);

        assertThat(answer.text("done.refusal.__typename")).isEqualTo("CredentialsRejected");
        assertThat(answer.text("done.refusal.message"))
                .isEqualTo("These do not go together: name, password or code. Look at them and try again.");
    }

    @Test
    void keepsNeitherPasswordsNorTokens() {
        var answer = office.signIn("huang", AccountOffice.PASSWORD, null);
        var tokens = answer.text("done.session.refreshToken");

        assertThat(office.rows("select r::text from refresh_token r")).noneMatch(row -> row.contains(tokens));
        assertThat(office.rows("select count(*) from command")).containsExactly("0");
    }

    @Test
    void tellsWhatHasToBeDoneFirst() {
        office.account("new", "must_change_password = true");
        office.grant(office.account("admin-one"), "SYSTEM_ADMIN");

        assertThat(office.signIn("new", AccountOffice.PASSWORD, null).text("done.session.restriction"))
                .isEqualTo("PASSWORD_CHANGE_REQUIRED");
        assertThat(office.signIn("admin-one", AccountOffice.PASSWORD, null).text("done.session.restriction"))
                .isEqualTo("SECOND_FACTOR_REQUIRED");
    }

    @Test
    void goesOnWithTheSessionOncePerToken() {
        var first = office.signIn("huang", AccountOffice.PASSWORD, null).text("done.session.refreshToken");

        var second = office.refresh(first).text("done.session.refreshToken");
        var third = office.refresh(second).text("done.session.refreshToken");

        assertThat(third).isNotEqualTo(second).isNotEqualTo(first);
        assertThat(
                        office.rows(
                                "select count(*) from account_session s join account a on a.id = s.account_id where a.name = 'huang' and s.ended_at is null"))
                .containsExactly("1");
    }

    @Test
    void endsTheSessionWhenATokenIsUsedAgain() {
        var first = office.signIn("huang", AccountOffice.PASSWORD, null).text("done.session.refreshToken");
        var second = office.refresh(first).text("done.session.refreshToken");

        assertThat(office.refresh(first).text("done.refusal.__typename")).isEqualTo("SessionEnded");
        assertThat(office.refresh(second).text("done.refusal.__typename")).isEqualTo("SessionEnded");
        assertThat(
                        office.rows(
                                "select count(*) from account_session s join account a on a.id = s.account_id where a.name = 'huang' and s.ended_at is null"))
                .containsExactly("0");
        assertThat(office.rows("select act || ' ' || outcome from access_log where act = 'REFRESH' order by id"))
                .first()
                .isEqualTo("REFRESH SESSION_ENDED");
    }

    @Test
    void givesAtMostOneOfEightAtOnceTheNextTokenAndEndsTheSession() throws Exception {
        var token = office.signIn("huang", AccountOffice.PASSWORD, null).text("done.session.refreshToken");

        var answers = AccountOffice.atOnce(8, () -> office.refresh(token));

        assertThat(answers)
                .filteredOn(answer -> AccountOffice.isDone(answer, "session"))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(
                        office.rows(
                                "select count(*) from account_session s join account a on a.id = s.account_id where a.name = 'huang' and s.ended_at is null"))
                .containsExactly("0");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "refresh_token, expires_at = now() - interval '1 second', session_id in (select id from mine)",
                "account_session, expires_at = now() - interval '1 second', id in (select id from mine)",
                "account_session, ended_at = now(), id in (select id from mine)",
                "account, disabled_at = now(), name = 'huang'"
            })
    void doesNotGoOnWithWhatIsOver(String table, String change, String where) {
        var token = office.signIn("huang", AccountOffice.PASSWORD, null).text("done.session.refreshToken");

        TestPostgres.execute(graph.database(), """
                with mine as (select id from account_session
                              where account_id = (select id from account where name = 'huang'))
                update %s set %s where %s""".formatted(table, change, where));

        assertThat(office.refresh(token).text("done.refusal.code")).isEqualTo("SESSION_ENDED");
    }

    @Test
    void doesNotGoOnWithWhatIsNoToken() {
        assertThat(office.refresh("").text("done.refusal.code")).isEqualTo("SESSION_ENDED");
        assertThat(office.refresh("𠮷".repeat(3000)).text("done.refusal.code")).isEqualTo("SESSION_ENDED");
    }
}
