package org.wangge.resident.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.access.Role;
import org.wangge.resident.DisclosurePurpose;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import org.wangge.town.TownViewers;

/// Nothing can be taken from the log, changed in it or slipped into it without being found.
@ApiTest
@TestPropertySource(properties = "test.town=chain")
class ChainTests {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    @Autowired
    Graph graph;

    @Autowired
    RevealService reveals;

    @Autowired
    ChainWalk chain;

    @BeforeEach
    void fiveLooks() {
        tamper("delete from disclosure; update disclosure_chain set day = kept_after, n = 0, hash = kept_after_hash");
        var viewer = TownViewers.in(Town.WILLOW, Role.GRID_MEMBER);
        for (var i = 0; i < 5; i++) {
            Awaited.the(reveals.reveal(RevealTests.input(TownHomes.ZHANG_WEI, DisclosurePurpose.VISIT), viewer));
        }
        tamper("drop table if exists kept; create table kept as table disclosure");
    }

    @AfterEach
    void noTraces() {
        tamper("drop table kept");
    }

    @Test
    void isIntactAndWithoutGaps() {
        var check = Awaited.the(chain.walk(FIRST, LAST));

        assertThat(check.intact()).isTrue();
        assertThat(check.rows()).isEqualTo(5);
        assertThat(Tables.texts(graph.database(), "select n from disclosure order by n"))
                .containsExactly("1", "2", "3", "4", "5");
        assertThat(Tables.texts(graph.database(), "select hash from disclosure_chain"))
                .containsExactly(check.lastHash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update disclosure set note = 'nothing' where n = 3                                   | 3 | CHANGED",
                "update disclosure set resident_id = null where n = 1                                 | 1 | CHANGED",
                "update disclosure set at = at + interval '1 microsecond' where n = 5                 | 5 | CHANGED",
                "update disclosure set fields = '{NAME}' where n = 2                                  | 2 | CHANGED",
                "update disclosure set previous = repeat('f', 64) where n = 2                         | 2 | UNLINKED",
                "delete from disclosure where n = 1                                                   | 2 | UNLINKED",
                "delete from disclosure where n = 3                                                   | 4 | UNLINKED",
                "delete from disclosure where n = 5                                                   | 4 | NOT_THE_END",
                "delete from disclosure where n = 3; update disclosure set n = n - 1 where n = 4      | 3 | UNLINKED",
                "update disclosure set n = n + 9 where n = 5                                          | 14 | UNLINKED"
            })
    void findsWhatWasChangedOrRemoved(String tampering, int n, ChainBreak.Kind kind) {
        tamper(tampering);

        var broken = Awaited.the(chain.walk(FIRST, LAST)).firstBroken();

        assertThat(broken).isNotNull();
        assertThat(broken.n()).isEqualTo(n);
        assertThat(broken.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5})
    void findsWhatWasPutIn(int after) {
        tamper("update disclosure set n = n + 1000 where n > %1$d; update disclosure set n = n - 999 where n > 1000"
                .formatted(after));
        tamper("""
                insert into disclosure
                select gen_random_uuid(), day, n + 1, at, kind, actor, account_id, member_id, role, resident_id, grid_key,
                       fields, purpose, note, serves, hash, repeat('a', 64)
                from disclosure where n = %d""".formatted(after));

        var broken = Awaited.the(chain.walk(FIRST, LAST)).firstBroken();

        assertThat(broken).isNotNull();
        assertThat(broken.n()).isEqualTo(after + 1);
    }

    @Test
    void findsARowThatWasAddedWithTheRightHash() {
        var forged = Awaited.the(chain.walk(FIRST, LAST)).lastHash();
        tamper("update disclosure_chain set n = 4, hash = (select hash from disclosure where n = 4)");

        var broken = Awaited.the(chain.walk(FIRST, LAST)).firstBroken();

        assertThat(forged).hasSize(64);
        assertThat(broken).isNotNull();
        assertThat(broken.kind()).isEqualTo(ChainBreak.Kind.NOT_THE_END);
    }

    @Test
    void linksTheDays() {
        tamper("update disclosure set day = day - 1 where n <= 2");

        assertThat(Awaited.the(chain.walk(FIRST, LAST)).intact()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update disclosure set note = 'x'", "delete from disclosure", "truncate disclosure"})
    void isAppendOnly(String tampering) {
        assertThatThrownBy(() -> TestPostgres.execute(graph.database(), tampering))
                .hasMessageContaining("append-only");
    }

    @Test
    void isReadAndVerifiedByAuditors() {
        var answer = graph.as(TownAccount.AUDITOR).ask("""
                { verifyDisclosures(from: "2000-01-01", to: "2999-01-01") { intact rows firstBroken { n } lastHash }
                  disclosures(filter: {kinds: [REVEAL], purposes: [VISIT]}, first: 2) {
                    nodes { id n role fields accountId residentId } pageInfo { hasNextPage } total { amount } } }""");

        assertThat(answer.get("verifyDisclosures.intact", Boolean.class)).isTrue();
        assertThat(answer.texts("disclosures.nodes[*].n")).containsExactly("5", "4");
        assertThat(answer.number("disclosures.total.amount")).isEqualTo(5);
    }

    /// As somebody who may do everything in the database.
    private void tamper(String sql) {
        TestPostgres.execute(
                graph.database(),
                "set session_replication_role = replica; " + sql + "; reset session_replication_role");
    }
}
