package org.wangge.organisation.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.graphql.GlobalId;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Deeds;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;

/// Money follows what was done, as somebody found who did not sign.
@ApiTest
class AgencyTests {
    private static final String REFUSALS = "... on InstalmentWithheld { no amount }";
    private static final String CONTRACT = """
            contract { id version status agency { name } indicators { no actual isReached }
              instalments { no status paidAt } evaluations { grade } activities { id } }""";

    @Autowired
    Graph graph;

    private Deeds leader;
    private Deeds community;
    private String agency;

    @BeforeEach
    void withAnAgency() {
        leader = new Deeds(graph.as(TownAccount.LEADER), REFUSALS);
        community = new Deeds(graph.as(TownAccount.WILLOW_LEADER), REFUSALS);
        TestPostgres.execute(graph.database(), "update service_agency set credit_code = id::text");
        agency = register("91110000802100433B").text("done.agency.id");
    }

    @Test
    void anAgencyIsOnTheListOnce() {
        assertThat(Deeds.problems(register("91110000802100433B"))).containsExactly("creditCode DUPLICATE");
        assertThat(Deeds.problems(register("91110000802100433C"))).containsExactly("creditCode MALFORMED");
        assertThat(graph.anonymous()
                        .ask("{ serviceAgencies(first: 100, within: \"%s\") { nodes { id } } }"
                                .formatted(Town.STREET.id()))
                        .texts("serviceAgencies.nodes[*].id"))
                .contains(agency);
    }

    @ParameterizedTest
    @EnumSource(names = {"LI", "WANG", "INTAKE", "ZHANG_WEI", "AUDITOR"})
    void nobodyElseSigns(TownAccount account) {
        assertThat(new Deeds(graph.as(account))
                        .done("signContract", CONTRACT, contract(Map.of()))
                        .code())
                .isEqualTo("NOT_PERMITTED");
    }

    @Test
    void theInstalmentsAddUp() {
        var wrong = sign(Map.of(
                "amount",
                100,
                "toOn",
                "2026-01-01",
                "indicators",
                List.of(Map.of("name", "", "unit", "场", "target", 0)),
                "instalments",
                List.of(Map.of("amount", 60, "dueOn", "2026-09-01"), Map.of("amount", 30, "dueOn", "2026-06-01"))));

        assertThat(Deeds.problems(wrong))
                .containsExactlyInAnyOrder(
                        "toOn NOT_IN_ORDER",
                        "instalments CONTRADICTS",
                        "instalments NOT_IN_ORDER",
                        "indicators[0].name REQUIRED",
                        "indicators[0].target OUT_OF_RANGE");
    }

    @Test
    void whoSignedDoesNotEvaluate() {
        var id = sign(Map.of()).text("done.contract.id");

        var self = evaluate(leader, id, 1, 1, "EXCELLENT");
        var other = evaluate(community, id, 1, 1, "GOOD");

        assertThat(self.text("done.refusal.code")).isEqualTo("SIGNER_CANNOT_EVALUATE");
        assertThat(self.text("done.refusal.message")).contains("signed");
        assertThat(other.texts("done.contract.instalments[*].status")).containsExactly("APPROVED", "PLANNED");
        assertThat(Deeds.problems(evaluate(new Deeds(graph), id, 2, 7, "GOOD")))
                .containsExactly("instalmentNo UNKNOWN");
    }

    @Test
    void aPoorGradeHoldsTheInstalmentBackUntilABetterOne() {
        var id = sign(Map.of()).text("done.contract.id");
        assertThat(pay(id, 1, 1).text("done.refusal.state")).isEqualTo("PLANNED");
        evaluate(community, id, 1, 1, "POOR");

        var withheld = pay(id, 2, 1);
        evaluate(community, id, 2, 1, "FAIR");
        var stale = pay(id, 2, 1);
        var paid = pay(id, 3, 1);
        var again = pay(id, 4, 1);

        assertThat(withheld.text("done.refusal.code")).isEqualTo("INSTALMENT_WITHHELD");
        assertThat(withheld.number("done.refusal.amount")).isEqualTo(30_000);
        assertThat(stale.number("done.refusal.current")).isEqualTo(3);
        assertThat(paid.texts("done.contract.instalments[*].status")).containsExactly("PAID", "PLANNED");
        assertThat(paid.texts("done.contract.evaluations[*].grade")).containsExactly("POOR", "FAIR");
        assertThat(again.text("done.refusal.state")).isEqualTo("PAID");
    }

    @Test
    void promisesAreMeasured() {
        var id = sign(Map.of()).text("done.contract.id");

        var some = record(id, 1, 1, 52);
        var all = record(id, 2, 1, 53);

        assertThat(some.list("done.contract.indicators[*].isReached", Boolean.class))
                .containsExactly(false, false);
        assertThat(all.list("done.contract.indicators[*].isReached", Boolean.class))
                .containsExactly(true, false);
        assertThat(Deeds.problems(record(id, 3, 9, 1))).containsExactly("indicatorNo UNKNOWN");
    }

    @Test
    void activitiesCountInTheirTimeAndOnce() {
        var id = sign(Map.of()).text("done.contract.id");
        var inTime = held("2026-11-30T02:00:00Z", "2026-11-30T04:00:00Z");
        var late = held("2027-06-30T02:00:00Z", "2027-06-30T04:00:00Z");

        var cancelled = held("2026-11-30T02:00:00Z", "2026-11-30T04:00:00Z");
        TestPostgres.execute(
                graph.database(),
                "update activity set status = 'CANCELLED', cancel_reason = '下雨' where id = '%s'"
                        .formatted(GlobalId.decode("activity", cancelled)));

        var counted = count(id, 1, inTime);

        assertThat(Deeds.problems(count(id, 2, cancelled))).containsExactly("activityId CONTRADICTS");
        assertThat(counted.texts("done.contract.activities[*].id")).containsExactly(inTime);
        assertThat(Deeds.problems(count(id, 2, inTime))).containsExactly("activityId DUPLICATE");
        assertThat(Deeds.problems(count(id, 2, late))).containsExactly("activityId CONTRADICTS");
    }

    @Test
    void isChangedNoMoreWhenItHasEnded() {
        var id = sign(Map.of()).text("done.contract.id");

        var ended = leader.done(
                "endContract",
                CONTRACT,
                Map.of("contractId", id, "expectedVersion", 1, "status", "TERMINATED", "reason", "机构停业"));

        assertThat(ended.text("done.contract.status")).isEqualTo("TERMINATED");
        assertThat(pay(id, 2, 1).text("done.refusal.state")).isEqualTo("TERMINATED");
    }

    private String held(String from, String to) {
        var activity = UUID.randomUUID();
        TestPostgres.execute(
                graph.database(), """
                insert into activity (id, grid_id, grid_key, title, description, kind, starts_at, ends_at, capacity, code, held_by, held_at)
                values ('%s', '%s', '%s', '邻里节', '邻里节', 'NEIGHBOUR_FESTIVAL', '%s', '%s', 9, '1', 'town', now())""".formatted(activity, Town.WILLOW.uuid(), Town.WILLOW.key(), from, to));
        return GlobalId.encode("activity", activity);
    }

    private Answer count(String contract, int version, String activity) {
        return leader.done(
                "countActivity",
                CONTRACT,
                Map.of("contractId", contract, "expectedVersion", version, "activityId", activity));
    }

    private Answer record(String contract, int version, int no, int actual) {
        return leader.done(
                "recordIndicator",
                CONTRACT,
                Map.of("contractId", contract, "expectedVersion", version, "indicatorNo", no, "actual", actual));
    }

    private Answer pay(String contract, int version, int no) {
        return leader.done(
                "payInstalment",
                CONTRACT,
                Map.of("contractId", contract, "expectedVersion", version, "instalmentNo", no));
    }

    private static Answer evaluate(Deeds by, String contract, int version, int no, String grade) {
        return by.done(
                "evaluateContract",
                CONTRACT,
                Map.of(
                        "contractId", contract,
                        "expectedVersion", version,
                        "instalmentNo", no,
                        "grade", grade,
                        "residentsAsked", 20,
                        "residentsSatisfied", 17,
                        "text", "入户了解"));
    }

    private Answer register(String code) {
        return leader.done(
                "registerAgency",
                "agency { id name }",
                Map.of("gridId", Town.STREET.id(), "name", "益邻社工", "creditCode", code));
    }

    private Answer sign(Map<String, ?> fields) {
        return leader.done("signContract", CONTRACT, contract(fields));
    }

    private Map<String, Object> contract(Map<String, ?> fields) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "agencyId",
                agency,
                "gridId",
                Town.WILLOW.id(),
                "title",
                "邻里节系列活动",
                "amount",
                80_000,
                "fromOn",
                "2026-01-01",
                "toOn",
                "2027-01-01",
                "indicators",
                List.of(
                        Map.of("name", "活动", "unit", "场", "target", 53),
                        Map.of("name", "参与", "unit", "人次", "target", 10_000)),
                "instalments",
                List.of(
                        Map.of("amount", 30_000, "dueOn", "2026-06-01"),
                        Map.of("amount", 50_000, "dueOn", "2026-12-01"))));
        input.putAll(fields);
        return input;
    }
}
