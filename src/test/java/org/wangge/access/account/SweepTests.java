package org.wangge.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;

/// What is over does not stay for ever, and what counts does.
@AccountTest
class SweepTests {
    @Autowired
    Graph graph;

    @Autowired
    Sweep sweep;

    private AccountOffice office;

    @BeforeEach
    void withASessionAndAFailure() {
        office = new AccountOffice(graph.anonymous());
        office.tidyUp();
        office.account("huang");
        office.signIn("huang", AccountOffice.PASSWORD, null);
        office.signIn("huang", "guess", null);
    }

    @Test
    void keepsWhatCounts() {
        Awaited.the(sweep.sweep().thenReturn(true));

        assertThat(office.rows("select count(*) from attempt")).containsExactly("3");
        assertThat(office.rows("select count(*) from refresh_token")).containsExactly("1");
    }

    @Test
    void removesWhatIsOver() {
        TestPostgres.execute(graph.database(), """
                update attempt set since = since - interval '16 minutes';
                update account_session set expires_at = now() - interval '31 days'
                where account_id = (select id from account where name = 'huang')""");

        Awaited.the(sweep.sweep().thenReturn(true));

        assertThat(office.rows("select count(*) from attempt")).containsExactly("0");
        assertThat(office.rows("select count(*) from refresh_token")).containsExactly("0");
    }
}
