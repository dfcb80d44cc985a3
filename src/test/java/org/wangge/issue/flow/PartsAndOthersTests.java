package org.wangge.issue.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.issue.flow.Colleagues.WORKS_OFFICE;
import static org.wangge.issue.flow.Matter.to;
import static org.wangge.town.TownPeople.ENFORCEMENT_OFFICE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.TownAccount;
import org.wangge.town.TownClock;

/// What hangs together with another issue: the parts of a whole, and what others reported as well.
@ApiTest
@Import({TownClock.class, Colleagues.class})
@TestPropertySource(properties = {"test.town=parts", "wangge.clock.scan=1h"})
class PartsAndOthersTests {
    @Autowired
    Graph graph;

    @Autowired
    TownClock clock;

    @Autowired
    Colleagues colleagues;

    @BeforeEach
    void atTenOnAMonday() {
        clock.set("2026-03-02 10:00");
    }

    @Test
    void whoHandledAPartDoesNotVerifyTheWhole() {
        var whole = split(signed("老年活动室几点开门，能不能预约"));
        parts(whole).forEach(part -> ended(part, colleagues.luo()));
        result(whole, colleagues.xu());

        var refused = whole.refused(colleagues.luo(), "verifyIssue", Map.of("accepted", List.of("PERSON")));
        assertThat(refused.text("done.refusal.code")).isEqualTo("SELF_VERIFICATION");
        closed(whole);
    }

    @Test
    void noPartOfWhatHasEndedIsTakenUpAgain() {
        var whole = split(signed("健身器材由谁维护，坏了找谁"));
        parts(whole).forEach(part -> ended(part, colleagues.luo()));
        result(whole, colleagues.xu());
        closed(whole);
        var part = parts(whole).getFirst();

        var refused = part.refused(colleagues.supervisor(), "reopenIssue", Map.of("reason", "又有人问"));
        assertThat(refused.text("done.refusal.code")).isEqualTo("IS_A_PART");
        var rating = Map.of("score", 1, "isResolved", false, "reasons", List.of("NOT_SOLVED"));
        assertThat(part.done(reporter(), "rateIssue", Map.of("rating", rating))).isEqualTo("CLOSED");
    }

    @Test
    void theWholeDoesNotEndBeforeItsParts() {
        var whole = split(signed("小区门口摆摊谁来管，能不能摆"));
        var withdrawn = whole.refused(reporter(), "withdrawIssue", Map.of());
        assertThat(withdrawn.text("done.refusal.code")).isEqualTo("PARTS_OPEN");

        parts(whole).forEach(part -> ended(part, colleagues.luo()));

        assertThat(whole.done(reporter(), "withdrawIssue", Map.of())).isEqualTo("WITHDRAWN");
    }

    @Test
    void whoWaitsForThePartsHearsOfTheWhole() {
        var whole = split(signed("图书角周末开不开，借书要押金吗"));

        parts(whole).forEach(part -> ended(part, colleagues.luo()));

        assertThat(told(colleagues.xu(), whole)).singleElement().asString().contains("“" + whole.row("case_no") + "”");
    }

    @Test
    void whereNobodyHasItInHandTheDispatcherHears() {
        var whole = split(accepted("游泳馆办卡要带什么，老人有优惠吗"));

        parts(whole).forEach(part -> ended(part, colleagues.luo()));

        assertThat(told(colleagues.dispatcher(), whole)).hasSize(1);
    }

    @Test
    void whatOthersReportedAsWellIsNotWithdrawn() {
        var first = accepted("宠物登记在哪里办，要带狗来吗");
        var second = Matter.reported(graph.as(TownAccount.NEWCOMER), question("养狗登记到哪个窗口"));
        second.done(intake(), "mergeIssue", Map.of("intoId", first.id(), "reason", "同一件事"));

        var refused = first.refused(reporter(), "withdrawIssue", Map.of());
        assertThat(refused.text("done.refusal.code")).isEqualTo("OTHERS_REPORTED");

        second.done(intake(), "unmergeIssue", Map.of("reason", "两件事"));
        assertThat(first.done(reporter(), "withdrawIssue", Map.of())).isEqualTo("WITHDRAWN");
    }

    @Test
    void onlyWhoCanAnswerAndRateIsAskedTo() {
        var first = signed("暂住证还要不要办，外地人怎么登记");
        var newcomer = graph.as(TownAccount.NEWCOMER);
        var second = Matter.reported(newcomer, question("租房的外地人在哪里登记"));
        second.done(intake(), "mergeIssue", Map.of("intoId", first.id(), "reason", "同一件事"));

        first.done(colleagues.xu(), "requestInfo", Map.of("question", "请问租在哪个小区？"));
        first.done(reporter(), "reporterReplies", Map.of("text", "东院"));
        result(first, colleagues.xu());
        closed(first);

        assertThat(kinds(newcomer, second)).contains("ISSUE_REPLIED").doesNotContain("INFO_WANTED", "RATING_WANTED");
        assertThat(kinds(reporter(), first)).contains("ISSUE_REPLIED", "INFO_WANTED", "RATING_WANTED");
    }

    private static List<String> kinds(Graph reader, Matter matter) {
        var answer = reader.ask("{ myNotifications(first: 50) { nodes { issueId kind } } }");
        var kinds = answer.texts("myNotifications.nodes[*].kind");
        var ids = answer.texts("myNotifications.nodes[*].issueId");
        return java.util.stream.IntStream.range(0, ids.size())
                .filter(i -> ids.get(i).equals(matter.id()))
                .mapToObj(kinds::get)
                .toList();
    }

    private Graph reporter() {
        return graph.as(TownAccount.ZHANG_WEI);
    }

    private Graph intake() {
        return graph.as(TownAccount.INTAKE);
    }

    private static Map<String, Object> question(String text) {
        return Map.of(
                "type", "CONSULTATION",
                "category", "POLICY_QUESTION",
                "description", text,
                "source", "RESIDENT_APP",
                "point", Map.of("longitude", 104.015, "latitude", 30.81, "system", "CGCS2000"));
    }

    private Matter accepted(String text) {
        var matter = Matter.reported(reporter(), question(text));
        matter.done(intake(), "acceptIssue", Map.of("notDuplicateBecause", "各人问各人的事"));
        return matter;
    }

    private Matter signed(String text) {
        var matter = accepted(text);
        matter.done(colleagues.dispatcher(), "dispatchIssue", to(WORKS_OFFICE));
        matter.done(colleagues.xu(), "signOrder", Map.of());
        return matter;
    }

    private Matter split(Matter whole) {
        var parts = List.of(
                Map.of("title", "前一半", "description", "问的前一半由一家答复"),
                Map.of("title", "后一半", "description", "问的后一半由另一家答复"));
        whole.done(colleagues.dispatcher(), "splitIssue", Map.of("parts", parts, "reason", "两家各管一半"));
        return whole;
    }

    private List<Matter> parts(Matter whole) {
        return whole.texts("select id || ' ' || version from issue where parent_id = :id order by case_no").stream()
                .map(row -> Matter.read(graph.database(), row))
                .toList();
    }

    private void ended(Matter part, Graph handler) {
        part.done(colleagues.dispatcher(), "dispatchIssue", to(ENFORCEMENT_OFFICE));
        part.done(handler, "signOrder", Map.of());
        result(part, handler);
        closed(part);
    }

    private static void result(Matter matter, Graph handler) {
        matter.done(handler, "addEvidence", Proof.person("反映人", "PHONE"));
        matter.done(handler, "addEvidence", Map.of("evidence", Map.of("kind", "RESULT", "text", "已告知办理地点和所需材料")));
        matter.done(handler, "submitResult", Map.of("outcome", "EXPLAINED"));
    }

    private void closed(Matter matter) {
        var reply =
                Map.of("contacted", "反映人", "measures", "电话告知办理地点和所需材料", "result", "可到便民服务中心办理", "unit", "示范街道综合调度中心");
        matter.done(colleagues.supervisor(), "verifyIssue", Map.of("accepted", List.of("PERSON", "RESULT")));
        assertThat(matter.done(colleagues.supervisor(), "closeIssue", Map.of("reply", reply)))
                .isEqualTo("CLOSED");
    }

    private static List<String> told(Graph reader, Matter whole) {
        var answer = reader.ask("""
                { myNotifications(filter: {kind: [CHILDREN_DONE]}, first: 50) { nodes { issueId text } } }""");
        var texts = answer.texts("myNotifications.nodes[*].text");
        var ids = answer.texts("myNotifications.nodes[*].issueId");
        return java.util.stream.IntStream.range(0, ids.size())
                .filter(i -> ids.get(i).equals(whole.id()))
                .mapToObj(texts::get)
                .toList();
    }
}
