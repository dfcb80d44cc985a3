package org.wangge.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import org.wangge.town.Answer;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import reactor.core.publisher.Mono;

/// Guessing passwords gets nowhere (issue 3, shown by 6).
@AccountTest
class LockoutTests {
    @Autowired
    Graph graph;

    @Autowired
    Lockout lockout;

    private AccountOffice office;

    @BeforeEach
    void withOneAccount() {
        office = new AccountOffice(graph.anonymous());
        office.tidyUp();
        office.account("huang");
    }

    @Test
    void triesOneOfTwentyPasswordsOfADocument() {
        var document = IntStream.range(0, 20)
                .mapToObj(n -> "a%d: signIn(input: {name: \"huang\", password: \"guess %d\"}) { refusal { code } }"
                        .formatted(n, n))
                .collect(Collectors.joining("\n", "mutation {\n", "\n}"));

        var answer = graph.anonymous().ask(document);

        assertThat(answer.code()).isEqualTo("ONE_PER_DOCUMENT");
        assertThat(office.rows("select sum(taken) from attempt")).containsExactly("3");
        assertThat(office.rows("select count(*) from access_log")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"huang", "nobody"})
    void triesFiveOfThreeHundredRequests(String name) {
        var codes = IntStream.range(0, 300)
                .mapToObj(n -> office.signIn(name, "guess " + n, null).text("done.refusal.code"))
                .toList();

        assertThat(codes.subList(0, 5)).containsOnly("CREDENTIALS_REJECTED");
        assertThat(codes.subList(5, 300)).containsOnly("SIGN_IN_LOCKED");
    }

    @Test
    void triesFiveOfThirtyRequestsAtOnce() throws Exception {
        var answers = AccountOffice.atOnce(30, () -> office.signIn("huang", "guess", null));

        assertThat(answers)
                .extracting(answer -> answer.text("done.refusal.code"))
                .filteredOn("CREDENTIALS_REJECTED"::equals)
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void refusesTheRightPasswordWhileLockedAndTakesItAfterwards() {
        fail(5);

        var locked = right();
        assertThat(locked.text("done.refusal.__typename")).isEqualTo("SignInLocked");
        assertThat(locked.text("done.refusal.until")).isNotBlank();
        TestPostgres.execute(graph.database(), "update attempt set since = since - interval '15 minutes'");

        assertThat(AccountOffice.isDone(right(), "session")).isTrue();
    }

    @Test
    void beginsToCountAnewAfterASuccess() {
        fail(4);
        assertThat(AccountOffice.isDone(right(), "session")).isTrue();
        fail(4);

        assertThat(AccountOffice.isDone(right(), "session")).isTrue();
    }

    @Test
    void locksANameForAllAddressesAfterTwentyFailures() {
        for (int n = 0; n < 20; n++) {
            assertThat(refusal("huang", "10.0.0." + n / 5)).isInstanceOf(Refusal.CredentialsRejected.class);
        }

        assertThat(refusal("huang", "10.0.1.1")).isInstanceOf(Refusal.SignInLocked.class);
        assertThat(refusal("qian", "10.0.1.1")).isInstanceOf(Refusal.CredentialsRejected.class);
    }

    @Test
    void locksAnAddressForAllNamesAfterFiftyFailures() {
        for (int n = 0; n < 50; n++) {
            assertThat(refusal("name-" + n, "10.0.0.1")).isInstanceOf(Refusal.CredentialsRejected.class);
        }

        assertThat(refusal("another", "10.0.0.1")).isInstanceOf(Refusal.SignInLocked.class);
        assertThat(refusal("another", "10.0.0.2")).isInstanceOf(Refusal.CredentialsRejected.class);
    }

    @Test
    void doesNotLockTheNameWithAttemptsThatWereNotTried() {
        for (int n = 0; n < 100; n++) {
            refusal("huang", "10.0.0.1");
        }

        assertThat(refusal("huang", "10.0.0.2")).isInstanceOf(Refusal.CredentialsRejected.class);
    }

    @Test
    void unlocksANameFromEverywhere() {
        Collections.nCopies(6, "10.0.0.1").forEach(address -> refusal("huang", address));

        Awaited.the(lockout.unlock("huang").thenReturn(true));

        assertThat(refusal("huang", "10.0.0.1")).isInstanceOf(Refusal.CredentialsRejected.class);
    }

    @Test
    void notesFailuresWithoutTheNameThatWasTyped() {
        office.signIn("13812345678", "guess", null);
        fail(6);

        assertThat(office.rows("select outcome || coalesce(' ' || name, '') from access_log l"
                        + " left join account a on a.id = l.account_id order by l.id"))
                .startsWith("CREDENTIALS_REJECTED", "CREDENTIALS_REJECTED huang")
                .endsWith("SIGN_IN_LOCKED huang");
        assertThat(office.rows("select subject from attempt")).noneMatch(subject -> subject.contains("138"));
    }

    private void fail(int times) {
        for (int n = 0; n < times; n++) {
            office.signIn("huang", "guess", null);
        }
    }

    private Answer right() {
        return office.signIn("huang", AccountOffice.PASSWORD, null);
    }

    private Refusal refusal(String name, String address) {
        var trial = Mono.error(new Refused(new Refusal.CredentialsRejected()));
        return Awaited.the(lockout.guard(name, address, trial)
                .cast(Refusal.class)
                .onErrorResume(Refused.class, refused -> Mono.just(refused.refusal())));
    }
}
