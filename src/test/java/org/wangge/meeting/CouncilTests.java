package org.wangge.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.meeting.Deliberation.person;
import static org.wangge.meeting.Deliberation.problems;
import static org.wangge.meeting.Deliberation.refusal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.graphql.GlobalId;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPeople;

/// Councils, their rules and who sits in them.
@ApiTest
class CouncilTests {
    private static final String NAMES = "{ councils(first: 100) { nodes { name } } }";

    @Autowired
    Graph graph;

    Deliberation li;

    @BeforeEach
    void asTheLeaderOfWillowOne() {
        li = new Deliberation(graph).as(TownAccount.LI);
    }

    @Test
    void hasTheUsualRulesWhenNoneAreSaid() {
        var founded = li.council("foundCouncil", named("常规议事会"));

        assertThat(founded.number("done.council.rules.noticeDays")).isEqualTo(3);
        assertThat(founded.text("done.council.rules.voteBy")).isEqualTo("PERSON");
        assertThat(founded.get("done.council.rules.threshold.above", Boolean.class))
                .isTrue();
        assertThat(founded.number("done.council.version")).isEqualTo(1);
    }

    @Test
    void hasANameOfItsOwnInItsGrid() {
        var id = li.council("foundCouncil", named("同名议事会")).text("done.council.id");

        var again = li.council("foundCouncil", named("同名议事会"));
        li.council("dissolveCouncil", Map.of("councilId", id, "expectedVersion", 1, "reason", "换届后合并"));
        var after = li.council("foundCouncil", named("同名议事会"));

        assertThat(problems(again)).containsExactly("name DUPLICATE");
        assertThat(after.isNull("done.refusal")).isTrue();
    }

    @Test
    void isFoundedOnceForOneKeyAndId() {
        var input = new HashMap<>(named("一次议事会"));
        input.put("key", UUID.randomUUID().toString());
        input.put("id", UUID.randomUUID().toString());
        var first = li.council("foundCouncil", input);

        var again = li.council("foundCouncil", input);
        input.put("key", UUID.randomUUID().toString());
        input.put("name", "又一个议事会");
        var taken = li.council("foundCouncil", input);

        assertThat(again.get("done.replayed", Boolean.class)).isTrue();
        assertThat(again.text("done.council.id")).isEqualTo(first.text("done.council.id"));
        assertThat(taken.text("done.refusal.id")).isEqualTo(first.text("done.council.id"));
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        var rules = Map.of(
                "quorum", Map.of("parts", 3, "of", 2),
                "threshold", Map.of("parts", 2, "of", 2, "above", true),
                "noticeDays", 0);

        var wrong = li.council("foundCouncil", Map.of("gridId", Town.BRIDGE_ONE.id(), "name", "议", "rules", rules));

        assertThat(problems(wrong))
                .containsExactly(
                        "name TOO_SHORT",
                        "rules.quorum.parts OUT_OF_RANGE",
                        "rules.threshold.parts OUT_OF_RANGE",
                        "rules.noticeDays OUT_OF_RANGE",
                        "gridId UNKNOWN");
    }

    @Test
    void changesWhatIsSaidAndNothingElse() {
        var id = li.council("foundCouncil", named("修订议事会")).text("done.council.id");
        var rules = Map.of("voteBy", "HOUSEHOLD", "noticeDays", 7);

        var changed = li.council("changeCouncil", Map.of("councilId", id, "expectedVersion", 1, "rules", rules));
        var stale = li.council("changeCouncil", Map.of("councilId", id, "expectedVersion", 1, "name", "改名"));

        assertThat(changed.text("done.council.name")).isEqualTo("修订议事会");
        assertThat(changed.text("done.council.rules.voteBy")).isEqualTo("HOUSEHOLD");
        assertThat(changed.number("done.council.version")).isEqualTo(2);
        assertThat(stale.number("done.refusal.current")).isEqualTo(2);
    }

    @Test
    void isNotChangedOnceItIsDissolved() {
        var id = li.council("foundCouncil", named("撤销议事会")).text("done.council.id");

        var dissolved = li.council("dissolveCouncil", Map.of("councilId", id, "expectedVersion", 1, "reason", "重复设立"));
        var changed = li.council("changeCouncil", Map.of("councilId", id, "expectedVersion", 2, "name", "复活议事会"));
        var seated = li.seated(id, TownPeople.LI, "CHAIR");

        assertThat(dissolved.text("done.council.dissolvedAt")).isNotBlank();
        assertThat(problems(changed)).containsExactly("councilId ENDED");
        assertThat(problems(seated)).containsExactly("councilId ENDED");
    }

    @Test
    void seatsThoseWhoServeAndThoseWhoLiveThere() {
        var id = li.council(Map.of());

        var seats = graph.as(TownAccount.LI)
                .ask(
                        "query($id: ID!) { council(id: $id) { seats { role member { name } resident { name { display } } } } }",
                        Map.of("id", id));

        assertThat(seats.texts("council.seats[*].role"))
                .containsExactly("CHAIR", "MEMBER", "MEMBER", "MEMBER", "MEMBER");
        assertThat(seats.text("council.seats[0].member.name")).isEqualTo("李建国");
        assertThat(seats.text("council.seats[1].resident.name.display")).endsWith("*");
    }

    @Test
    void refusesAnotherChairAndTheSamePersonTwice() {
        var id = li.founded(Town.WILLOW_ONE, Map.of());
        var chair = li.seated(id, TownPeople.LI, "CHAIR").text("done.council.seats[0].id");

        assertThat(li.seated(id, TownPeople.WANG, "CHAIR").text("done.refusal.seatId"))
                .isEqualTo(chair);
        assertThat(problems(li.seated(id, TownPeople.LI, "MEMBER"))).containsExactly("person DUPLICATE");
    }

    @Test
    void refusesWhoLivesElsewhereMovedOutOrIsNotOfAge() {
        var id = li.founded(Town.WILLOW_ONE, Map.of());

        assertThat(problems(li.seated(id, TownHomes.CHEN_DASHAN, "MEMBER")))
                .containsExactly("person.residentId UNKNOWN");
        assertThat(problems(li.seated(id, TownHomes.ZHANG_LEI, "MEMBER"))).containsExactly("person.residentId UNKNOWN");
        assertThat(problems(li.seated(id, TownHomes.ZHANG_XIAOBAO, "MEMBER")))
                .containsExactly("person.residentId TOO_YOUNG");
        assertThat(li.seated(id, TownPeople.SUN, "MEMBER").isNull("done.refusal"))
                .isTrue();
    }

    @Test
    void endsASeatSoThatAnotherFollows() {
        var id = li.founded(Town.WILLOW_ONE, Map.of());
        var seat = li.seated(id, TownPeople.LI, "CHAIR").text("done.council.seats[0].id");
        var end = Map.of("seatId", seat, "expectedVersion", 1, "toOn", "2026-02-01", "reason", "任期届满");

        var early = li.council("endCouncilSeat", with(end, "toOn", "2026-01-01"));
        var ended = li.council("endCouncilSeat", end);
        var stale = li.council("endCouncilSeat", end);
        var next = li.council(
                "seatCouncilMember",
                Map.of("councilId", id, "person", person(TownPeople.WANG), "role", "CHAIR", "fromOn", "2026-02-01"));

        assertThat(problems(early)).containsExactly("toOn NOT_IN_ORDER");
        assertThat(ended.isNull("done.refusal")).isTrue();
        assertThat(refusal(stale)).isEqualTo("STALE_VERSION");
        assertThat(next.isNull("done.refusal")).isTrue();
        assertThat(graph.ask(
                                "query($id: ID!) { council(id: $id) { seats(anyTime: true) { toOn member { name } } } }",
                                Map.of("id", id))
                        .texts("council.seats[*].member.name"))
                .containsExactly("李建国", "王秀英");
    }

    @Test
    void hasAtMostTwoHundredSeats() {
        var id = li.founded(Town.WILLOW_ONE, Map.of());
        var uuid = GlobalId.decode("council", id);
        TestPostgres.execute(graph.database(), """
                with people as (
                  insert into member (id, grid_key, name, origin, card_no, card_title)
                  select gen_random_uuid(), '1.1.', '代表' || i, 'KEY_RESIDENT', 'S' || '%1$s' || i, '代表'
                  from generate_series(1, 200) as i
                  returning id)
                insert into council_seat (council_id, member_id, role, from_on)
                select '%1$s', id, 'MEMBER', '2026-01-01' from people""".formatted(uuid));

        assertThat(li.seated(id, TownPeople.LI, "CHAIR").number("done.refusal.limit"))
                .isEqualTo(200);
        TestPostgres.execute(graph.database(), "delete from council_seat where council_id = '" + uuid + "'");
        TestPostgres.execute(graph.database(), "delete from member where card_no like 'S" + uuid + "%'");
    }

    @ParameterizedTest
    @CsvSource({
        "LI, WILLOW_ONE, ",
        "WILLOW_LEADER, WILLOW_ONE, ",
        "LEADER, STREET, ",
        "LI, WILLOW, UNKNOWN",
        "OUYANG, WILLOW_ONE, UNKNOWN",
        "WANG, WILLOW_ONE, NOT_PERMITTED",
        "INTAKE, WILLOW_ONE, NOT_PERMITTED",
        "ZHANG_WEI, WILLOW_ONE, NOT_PERMITTED"
    })
    void isFoundedByWhoLeadsThere(TownAccount account, String grid, @Nullable String refused) throws Exception {
        var at = (org.wangge.town.TownGrid) Town.class.getField(grid).get(null);

        var answer = new Deliberation(graph)
                .as(account)
                .council("foundCouncil", Map.of("gridId", at.id(), "name", "由" + account + "设立"));

        if (refused == null) {
            assertThat(answer.isNull("done.refusal")).isTrue();
        } else if (refused.equals("UNKNOWN")) {
            assertThat(problems(answer)).containsExactly("gridId UNKNOWN");
        } else {
            assertThat(answer.code()).isEqualTo(refused);
        }
    }

    @Test
    void isSeenByTheStaffThereAndByWhoLivesThere() {
        li.council("foundCouncil", named("看得见的议事会"));
        new Deliberation(graph).council("foundCouncil", Map.of("gridId", Town.BRIDGE_ONE.id(), "name", "桥一格的议事会"));
        new Deliberation(graph).council("foundCouncil", Map.of("gridId", Town.STREET.id(), "name", "街道议事会"));

        assertThat(names(TownAccount.WANG)).contains("看得见的议事会").doesNotContain("桥一格的议事会", "街道议事会");
        assertThat(names(TownAccount.OUYANG)).contains("桥一格的议事会").doesNotContain("看得见的议事会");
        assertThat(names(TownAccount.ZHANG_WEI)).contains("看得见的议事会", "街道议事会").doesNotContain("桥一格的议事会");
        assertThat(names(TownAccount.NEWCOMER)).isEmpty();
        assertThat(names(TownAccount.SYSTEM_ADMIN)).isEmpty();
        assertThat(graph.anonymous().ask(NAMES).code()).isEqualTo("SIGN_IN_REQUIRED");
    }

    @Test
    void isSeenByWhoSitsInItWhereverTheyLive() {
        var id = new Deliberation(graph).founded(Town.BRIDGE_ONE, Map.of());
        var document = "query($id: ID!) { council(id: $id) { id } }";
        var before = graph.as(TownAccount.ZHAO).ask(document, Map.of("id", id));

        new Deliberation(graph).seated(id, TownPeople.ZHAO, "OBSERVER");

        assertThat(before.code()).isEqualTo("NOT_FOUND");
        assertThat(graph.as(TownAccount.ZHAO).ask(document, Map.of("id", id)).text("council.id"))
                .isEqualTo(id);
    }

    @Test
    void isSeenNoMoreByWhoOnceSatInIt() {
        var id = new Deliberation(graph).founded(Town.BRIDGE_ONE, Map.of());
        new Deliberation(graph).seated(id, TownPeople.ZHAO, "MEMBER");
        var document = "query($id: ID!) { council(id: $id) { id } }";
        var during = graph.as(TownAccount.ZHAO).ask(document, Map.of("id", id));

        TestPostgres.execute(
                graph.database(),
                "update council_seat set from_on = '2020-01-01', to_on = '2021-01-01' where council_id = '%s'"
                        .formatted(GlobalId.decode("council", id)));
        var after = graph.as(TownAccount.ZHAO).ask(document, Map.of("id", id));

        assertThat(during.text("council.id")).isEqualTo(id);
        assertThat(after.code()).isEqualTo("NOT_FOUND");
    }

    @Test
    void isFoundByItsGrid() {
        li.council("foundCouncil", named("从网格找到的议事会"));

        var answer = graph.ask(
                "query($id: ID!) { councils(filter: {gridId: $id, isActive: true}, first: 100) { nodes { name grid { name } } } }",
                Map.of("id", Town.WILLOW_ONE.id()));

        assertThat(answer.texts("councils.nodes[*].name")).contains("从网格找到的议事会");
        assertThat(answer.text("councils.nodes[0].grid.name")).isEqualTo("柳一格");
    }

    private java.util.List<String> names(TownAccount account) {
        return graph.as(account).ask(NAMES).texts("councils.nodes[*].name");
    }

    private static Map<String, Object> named(String name) {
        return Map.of("gridId", Town.WILLOW_ONE.id(), "name", name);
    }

    private static Map<String, Object> with(Map<String, ?> input, String name, Object value) {
        var all = new HashMap<String, Object>(input);
        all.put(name, value);
        return all;
    }
}
