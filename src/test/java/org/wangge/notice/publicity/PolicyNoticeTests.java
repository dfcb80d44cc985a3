package org.wangge.notice.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.graphql.GlobalId;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Deeds;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPeople;

/// Notices go to those who are in their audience when they are published, and it is known whom they reached.
@ApiTest
class PolicyNoticeTests {
    @Autowired
    Graph graph;

    @Autowired
    Announcer announcer;

    private Herald li;
    private Herald wang;
    private Herald zhang;

    @BeforeEach
    void withWhoeverPublishesAndWhoeverReads() {
        li = new Herald(graph, announcer, TownAccount.LI);
        wang = li.as(TownAccount.WANG);
        zhang = li.as(TownAccount.ZHANG_WEI);
    }

    @Test
    void reachesPeopleByThemselvesAndByWhoeverVisits() {
        var id = li.published(Town.WILLOW_ONE, Herald.everybody());

        assertThat(li.reach(id)).containsExactly("柳一格 8 0 0 8 6", "一组 5 0 0 5 3", "二组 3 0 0 3 3");

        var read = zhang.read(id);
        var again = zhang.read(id);
        var told = wang.tell(id, Map.of(), TownHomes.JI, TownHomes.AYGUL, TownHomes.ZHANG_WEI);
        var twice = li.tell(id, Map.of(), TownHomes.JI);

        assertThat(read.text("done.notice.mine.receipt.kind")).isEqualTo("READ");
        assertThat(read.text("done.cursor")).isNotEmpty();
        assertThat(Deeds.outcome(again)).isEqualTo("DONE");
        assertThat(again.isNull("done.cursor")).isTrue();
        assertThat(Deeds.outcome(told)).isEqualTo("DONE");
        assertThat(Deeds.outcome(twice)).isEqualTo("DONE");
        assertThat(li.reach(id)).containsExactly("柳一格 8 1 2 5 4", "一组 5 1 1 3 2", "二组 3 0 1 2 2");
        assertThat(wang.addressees(id, "{isReached: true}")
                        .texts("policyAddressees.nodes[?(@.receipt.kind == 'TOLD_IN_PERSON')].receipt.toldBy.id"))
                .containsExactly(TownPeople.WANG.id(), TownPeople.WANG.id());
        assertThat(zhang.tell(id, Map.of(), TownHomes.LI_NA).code()).isEqualTo("NOT_PERMITTED");
    }

    @Test
    void whoeverKnowsNothingYetIsListedForTheirGridMasked() {
        var id = li.as(TownAccount.WILLOW_LEADER).published(Town.WILLOW, Herald.everybody());
        wang.tell(id, Map.of(), TownHomes.ALI, TownHomes.OUYANG_JING);

        var left = wang.addressees(id, "{isReached: false, within: \"%s\"}".formatted(Town.GROUP_TWO.id()));
        var offline = wang.addressees(id, "{isReached: false, isReachableOnline: false}");

        assertThat(left.texts("policyAddressees.nodes[*].resident.id")).containsExactly(TownHomes.AYGUL.id());
        assertThat(left.text("policyAddressees.nodes[0].resident.name.display")).isEqualTo("阿*");
        assertThat(left.isNull("policyAddressees.nodes[0].resident.name.value")).isTrue();
        assertThat(left.text("policyAddressees.nodes[0].grid.name")).isEqualTo("西院");
        assertThat(offline.texts("policyAddressees.nodes[*].resident.id"))
                .contains(TownHomes.JI.id())
                .doesNotContain(TownHomes.ZHANG_WEI.id(), TownHomes.LI_NA.id(), TownHomes.LIU.id());
        assertThat(zhang.addressees(id, "{}").code()).isEqualTo("NOT_PERMITTED");
        assertThat(li.as(TownAccount.OUYANG).addressees(id, "{}").code()).isEqualTo("NOT_FOUND");
        assertThat(wang.reach(id).getFirst()).startsWith("柳一格 8 ");
    }

    @Test
    void theAudienceStaysAsItWasWhoeverMoves() {
        var id = li.published(Town.WILLOW_ONE, Herald.everybody());
        move(TownHomes.OUYANG_JING.uuid(), Town.BRIDGE_YARD.key(), Town.BRIDGE_YARD.uuid());
        try {
            var bridge = li.as(TownAccount.OUYANG);

            assertThat(li.reach(id).getFirst()).startsWith("柳一格 8 ");
            var addressed = li.addressees(id, "{}");
            assertThat(addressed.texts("policyAddressees.nodes[*].grid.name")).hasSize(8);
            assertThat(addressed.texts("policyAddressees.nodes[*].resident.id"))
                    .hasSize(7)
                    .doesNotContain(TownHomes.OUYANG_JING.id());
            assertThat(Deeds.outcome(wang.tell(id, Map.of(), TownHomes.OUYANG_JING)))
                    .isEqualTo("DONE");
            assertThat(bridge.sees(id)).isFalse();
        } finally {
            move(TownHomes.OUYANG_JING.uuid(), Town.WEST_YARD.key(), Town.WEST_YARD.uuid());
        }
    }

    @Test
    void isForCareGroupsAndForThoseWhoServe() {
        var willow = li.as(TownAccount.WILLOW_LEADER);

        var care = willow.published(
                Town.WILLOW, Map.of("isForResidents", true, "careNeeds", List.of("REGULAR_VISIT", "CHILD_SUPPORT")));
        var staff = willow.published(
                Town.WILLOW, Map.of("isForResidents", false, "roles", List.of("GRID_LEADER", "GRID_MEMBER")));
        var both = willow.published(
                Town.WILLOW,
                Map.of(
                        "isForResidents",
                        true,
                        "careNeeds",
                        List.of("MATERNITY_SUPPORT"),
                        "roles",
                        List.of("GRID_MEMBER")));

        assertThat(li.addressees(care, "{}").texts("policyAddressees.nodes[*].resident.id"))
                .containsExactly(TownHomes.AYGUL.id());
        assertThat(li.addressees(staff, "{}").texts("policyAddressees.nodes[*].member.id"))
                .contains(TownPeople.LI.id(), TownPeople.WANG.id(), TownPeople.JI.id())
                .doesNotContain(TownPeople.SUN.id(), TownPeople.AYGUL.id());
        assertThat(willow.reach(both).getFirst()).startsWith("柳村 2 ");
        assertThat(wang.read(staff).text("done.notice.mine.receipt.kind")).isEqualTo("READ");
        assertThat(Deeds.problems(zhang.read(care))).containsExactly("noticeId UNKNOWN");
        assertThat(Deeds.problems(wang.read(care))).containsExactly("noticeId UNKNOWN");
    }

    @Test
    void isSeenByThoseItIsForAndByStaffAroundThem() {
        var draft = li.drafted(Town.WILLOW_ONE, Herald.everybody());
        assertThat(li.sees(draft)).isTrue();
        assertThat(wang.sees(draft)).isFalse();
        assertThat(zhang.sees(draft)).isFalse();

        li.step("publishPolicyNotice", draft, 1, Map.of());
        Awaited.the(announcer.announce());

        assertThat(wang.sees(draft)).isTrue();
        assertThat(zhang.sees(draft)).isTrue();
        assertThat(li.as(TownAccount.LEADER).sees(draft)).isTrue();
        assertThat(li.as(TownAccount.OUYANG).sees(draft)).isFalse();
        assertThat(li.as(TownAccount.NEWCOMER).sees(draft)).isFalse();
        assertThat(unread(TownAccount.ZHANG_WEI)).contains(draft);
        zhang.read(draft);
        assertThat(unread(TownAccount.ZHANG_WEI)).doesNotContain(draft);
        assertThat(unread(TownAccount.LI_NA)).contains(draft);
        assertThat(graph.anonymous().ask("{ policyNotices { nodes { id } } }").code())
                .isEqualTo("SIGN_IN_REQUIRED");
    }

    @Test
    void everybodyWithAnAccountIsSentWordOnce() {
        var id = li.published(Town.WILLOW_ONE, Herald.everybody());

        Awaited.the(announcer.announce());

        var told = Tables.texts(
                graph.database(),
                "select recipient from notification where kind = 'POLICY_PUBLISHED' and subject_id = '%s' order by 1"
                        .formatted(uuid(id)));
        assertThat(told)
                .containsExactly("account:" + TownAccount.ZHANG_WEI.uuid(), "account:" + TownAccount.LI_NA.uuid());
        var news = graph.as(TownAccount.LI_NA)
                .ask(
                        "{ myNotifications(filter: {kind: [POLICY_PUBLISHED]}, first: 1) { nodes { subjectId text(locale: \"en\") } } }");
        assertThat(news.text("myNotifications.nodes[0].subjectId")).isEqualTo(id);
        assertThat(news.text("myNotifications.nodes[0].text")).isEqualTo("There is a notice for you: “高龄津贴申领”.");
    }

    @Test
    void isToldLiveToEachAsFarAsTheyMayKnow() {
        var id = li.published(Town.WILLOW_ONE, Herald.everybody());
        var document =
                "subscription($id: ID!) { policyNotice(id: $id) { cursor ... on PolicyNoticeEvent { notice { status } } } }";
        try (var leader = graph.as(TownAccount.LI).socket().subscribe(document, Map.of("id", id));
                var resident = graph.as(TownAccount.LI_NA).socket().subscribe(document, Map.of("id", id))) {
            leader.nextItem();
            resident.nextItem();

            zhang.read(id);
            var seen = leader.nextItem();
            li.step("withdrawPolicyNotice", id, 2, Map.of("reason", "日期有误"));

            assertThat(seen.get("notice")).isEqualTo(Map.of("status", "PUBLISHED"));
            assertThat(leader.nextItem().get("notice")).isEqualTo(Map.of("status", "WITHDRAWN"));
            assertThat(resident.nextItem().get("notice")).isEqualTo(Map.of("status", "WITHDRAWN"));
            assertThat(resident.poll(300)).isNull();
        }
    }

    @Test
    void goesOnOnlyFromWhereItStands() {
        var id = li.drafted(Town.WILLOW_ONE, Herald.everybody());
        var fields = Map.of("title", "新标题", "body", "新的正文", "audience", Map.of("isForResidents", true));

        assertThat(Deeds.outcome(zhang.read(id))).isEqualTo("INPUT_REJECTED");
        assertThat(li.step("changePolicyNotice", id, 1, fields).number("done.notice.version"))
                .isEqualTo(2);
        assertThat(li.step("publishPolicyNotice", id, 1, Map.of()).number("done.refusal.current"))
                .isEqualTo(2);
        var key = Map.of("key", UUID.randomUUID().toString());
        var published = li.step("publishPolicyNotice", id, 2, key);
        assertThat(published.text("done.notice.status")).isEqualTo("PUBLISHED");
        assertThat(li.step("publishPolicyNotice", id, 2, key).get("done.replayed", Boolean.class))
                .isTrue();
        Awaited.the(announcer.announce());
        assertThat(li.step("changePolicyNotice", id, 3, fields).text("done.refusal.state"))
                .isEqualTo("PUBLISHED");
        assertThat(li.step("publishPolicyNotice", id, 3, Map.of()).text("done.refusal.code"))
                .isEqualTo("NOT_IN_THIS_STATE");
        assertThat(Deeds.problems(li.step("withdrawPolicyNotice", id, 3, Map.of("reason", " "))))
                .containsExactly("reason REQUIRED");
        assertThat(li.step("withdrawPolicyNotice", id, 3, Map.of("reason", "已过期"))
                        .text("done.notice.withdrawReason"))
                .isEqualTo("已过期");
        assertThat(zhang.read(id).text("done.refusal.state")).isEqualTo("WITHDRAWN");
        assertThat(wang.tell(id, Map.of(), TownHomes.JI).text("done.refusal.state"))
                .isEqualTo("WITHDRAWN");
        assertThat(zhang.sees(id)).isTrue();
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        var id = li.published(Town.WILLOW_ONE, Map.of("isForResidents", true, "roles", List.of("GRID_MEMBER")));

        assertThat(Deeds.problems(li.done(
                        "draftPolicyNotice",
                        Map.of(
                                "gridId",
                                Town.WILLOW_ONE.id(),
                                "title",
                                " ",
                                "body",
                                "一",
                                "audience",
                                Map.of("isForResidents", false, "careNeeds", List.of("MEAL_SERVICE"))))))
                .containsExactlyInAnyOrder(
                        "title REQUIRED",
                        "body TOO_SHORT",
                        "audience.roles REQUIRED",
                        "audience.careNeeds CONTRADICTS");
        assertThat(Deeds.problems(li.draft(Town.BRIDGE_ONE, Herald.everybody())))
                .containsExactly("gridId UNKNOWN");
        assertThat(Deeds.problems(wang.tell(id, Map.of(), TownHomes.JI, TownHomes.CHEN_DASHAN, TownHomes.LIU)))
                .containsExactly("residentIds[1] UNKNOWN", "residentIds[2] UNKNOWN");
        assertThat(Deeds.problems(wang.tell(id, Map.of()))).containsExactly("residentIds OUT_OF_RANGE");
        assertThat(Deeds.problems(wang.tell(id, Map.of("memberIds", List.of(TownPeople.WANG.id())))))
                .containsExactly("memberIds[0] SECOND_PERSON");
        assertThat(Deeds.problems(wang.tell(id, Map.of("toldAt", "2099-01-01T00:00:00Z"), TownHomes.JI)))
                .containsExactly("toldAt IN_THE_FUTURE");
        assertThat(Deeds.problems(wang.tell(
                        id,
                        Map.of("toldAt", Instant.parse("2026-01-01T00:00:00Z").toString()),
                        TownHomes.JI)))
                .containsExactly("toldAt TOO_EARLY");
        var nobody =
                li.drafted(Town.GROUP_TWO, Map.of("isForResidents", true, "careNeeds", List.of("MEDICATION_REMINDER")));
        assertThat(li.step("publishPolicyNotice", nobody, 1, Map.of()).text("done.refusal.code"))
                .isEqualTo("NOBODY_ADDRESSED");
    }

    @ParameterizedTest
    @EnumSource(names = {"WANG", "ZHAO", "INTAKE", "HANDLER", "ZHANG_WEI", "AUDITOR"})
    void isDraftedByNobodyElse(TownAccount account) {
        assertThat(li.as(account).draft(Town.WILLOW_ONE, Herald.everybody()).code())
                .isEqualTo("NOT_PERMITTED");
    }

    private List<String> unread(TownAccount account) {
        return graph.as(account)
                .ask("{ policyNotices(filter: {isForMe: true, hasMyReceipt: false}, first: 100) { nodes { id } } }")
                .texts("policyNotices.nodes[*].id");
    }

    private void move(UUID resident, String key, UUID grid) {
        TestPostgres.execute(
                graph.database(),
                "update resident set grid_key = '%s', grid_id = '%s' where id = '%s'".formatted(key, grid, resident));
    }

    private static UUID uuid(String id) {
        return GlobalId.decode(PolicyNoticeId.TYPE, id);
    }
}
