package org.wangge.resident.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.TestPropertySource;
import org.wangge.resident.correction.Records;
import org.wangge.resident.disclosure.DisclosureRetention;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;

/// What is personal goes when its time is over, and nothing before.
@ApiTest
@TestPropertySource(properties = "test.town=retention")
class PersonalRetentionTests {
    private static final Terms TERMS =
            new Terms(Period.ofYears(2), Period.ofYears(1), Period.ofYears(2), Period.ofYears(3), Period.ofDays(30));

    @Autowired
    Graph graph;

    @Autowired
    DatabaseClient database;

    @Autowired
    Records records;

    @Autowired
    DisclosureRetention disclosures;

    @Test
    void emptiesWhatIsOverOnceAndKeepsTheRest() {
        TestPostgres.execute(graph.database(), """
                insert into record_request (id, resident_id, kind, reason, requested_at, account_id, state, answer, decided_at)
                values (gen_random_uuid(), '%1$s', 'DELETION', 'x', now(), '%1$s', 'DECLINED', 'x', now());
                insert into account_phone (account_id, phone_index, phone_cell, phone_mask, bound_at)
                values ('%2$s', '\\x01', '\\x01', '*', now());
                update account set disabled_at = now() where id = '%2$s'""".formatted(TownHomes.LI_NA.uuid(), TownAccount.HANDLER.uuid()));
        reveal();
        reveal();

        assertThat(swept(Duration.ofDays(1))).isZero();
        assertThat(swept(Duration.ofDays(400))).isEqualTo(2 + 1);
        assertThat(emptied(TownHomes.ZHANG_GUIXIANG.uuid())).isOne();
        assertThat(emptied(TownHomes.ZHANG_LEI.uuid())).isOne();
        assertThat(swept(Duration.ofDays(800))).isEqualTo(1);
        assertThat(swept(Duration.ofDays(1200))).isEqualTo(2);
        assertThat(swept(Duration.ofDays(1200))).isZero();
        assertThat(Tables.number(graph.database(), "select count(*) from disclosure"))
                .isZero();
        assertThat(emptied(TownHomes.LI_NA.uuid())).isZero();
        reveal();
        assertThat(graph.as(TownAccount.AUDITOR)
                        .ask("{ verifyDisclosures(from: \"2000-01-01\", to: \"2999-01-01\") { intact rows } }")
                        .get("verifyDisclosures.intact", Boolean.class))
                .isTrue();
    }

    private long swept(Duration later) {
        var clock = Clock.fixed(Instant.now().plus(later), ZoneId.of("Asia/Shanghai"));
        var retention = new PersonalRetention(new RecordRetention(database, records, clock), disclosures, TERMS, clock);
        assertThat(LocalDate.now(clock)).isAfter(LocalDate.of(2025, 1, 1));
        return Awaited.the(retention.sweep());
    }

    private long emptied(UUID resident) {
        return Tables.number(graph.database(), """
                select count(*) from resident where id = '%s' and name_mask = '*' and anonymised_at is not null
                and phone_cell is null and phone_index is null and id_document_cell is null and care_needs = '{}'""".formatted(resident));
    }

    private void reveal() {
        var answer = graph.as(TownAccount.WANG).ask("""
                mutation { done: revealResident(input: {key: "%s", residentId: "%s", fields: [PHONE], purpose: VISIT,
                  note: "上门核对信息"}) { disclosure { id } } }""".formatted(UUID.randomUUID(), TownHomes.ZHANG_WEI.id()));
        assertThat(answer.text("done.disclosure.id")).isNotBlank();
    }
}
