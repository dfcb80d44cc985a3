package org.wangge.issue.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.issue.flow.Colleagues.WORKS_OFFICE;
import static org.wangge.issue.flow.Matter.to;
import static org.wangge.town.TownPeople.ENFORCEMENT_OFFICE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownClock;
import org.wangge.town.TownHomes;

/// The two worked cases of the specification (`domain.md` §13.3), to the minute.
@ApiTest
@Import({TownClock.class, Colleagues.class})
@TestPropertySource(properties = {"test.town=cases", "wangge.clock.scan=1h"})
class WorkedCasesTests {
    private static final double EAST = 104.015;
    private static final double NORTH = 30.81;
    private static final double METRE = 1 / 111_195d;
    private static final List<String> ALL_FIVE = List.of("PERSON", "SCENE", "PROCESS", "RESULT", "ANALYSIS");

    @Autowired
    Graph graph;

    @Autowired
    TownClock clock;

    @Autowired
    Colleagues colleagues;

    /// Mon 2026-03-02 09:10 a courier reports a broken drain cover (INFRASTRUCTURE, GRID_PATROL, NORMAL),
    /// for a resident of the yard; five days later that resident is content.
    @Test
    void aBrokenDrainCoverGoesStraightThroughTheSevenSteps() {
        var courier = colleagues.courier();
        var works = colleagues.xu();
        var resident = graph.as(TownAccount.LI_NA);

        clock.set("2026-03-02 09:10");
        var photo = Proof.sent(courier, "2026-03-02 09:08", EAST, NORTH + 12 * METRE);
        var cover = Matter.reported(courier, reportOfTheCover(photo));
        clock.set("2026-03-02 09:40");
        assertThat(cover.done(graph.as(TownAccount.INTAKE), "acceptIssue", Map.of()))
                .isEqualTo("ACCEPTED");
        assertThat(cover.row("case_no")).isEqualTo("510199001202603020001");
        clock.set("2026-03-02 10:00");
        assertThat(cover.done(colleagues.dispatcher(), "dispatchIssue", to(WORKS_OFFICE)))
                .isEqualTo("DISPATCHED");
        clock.set("2026-03-02 10:30");
        assertThat(cover.done(works, "signOrder", Map.of())).isEqualTo("IN_PROGRESS");
        cover.done(works, "addEvidence", Proof.of("SCENE", photo));
        clock.set("2026-03-02 11:00");
        cover.done(works, "addEvidence", Proof.person("报告人", "PHONE"));
        clock.set("2026-03-03 15:30");
        cover.done(works, "addProcess", Proof.process("已围挡，采购同规格井盖", "2026-03-03 15:00"));
        clock.set("2026-03-04 16:00");
        cover.done(works, "addEvidence", Proof.photo(works, "RESULT", "2026-03-04 15:40", EAST, NORTH));
        cover.done(works, "addEvidence", Proof.analysis("AGEING", true, "同批六个井盖均已老化，本月底前整排六个全部更换"));
        assertThat(cover.done(works, "submitResult", Map.of("outcome", "RESOLVED")))
                .isEqualTo("HANDLED");
        clock.set("2026-03-05 10:00");
        var supervisor = colleagues.supervisor();
        cover.done(supervisor, "verifyIssue", Map.of("accepted", ALL_FIVE));
        assertThat(cover.done(supervisor, "closeIssue", Map.of("reply", reply("井盖已更换，同排五个月底前换完"))))
                .isEqualTo("CLOSED");
        clock.set("2026-03-05 19:20");
        assertThat(cover.done(resident, "rateIssue", rating(5, true))).isEqualTo("EVALUATED");

        assertThat(cover.steps())
                .containsExactly(
                        "03-02 09:10 REPORT REPORTED",
                        "03-02 09:40 ACCEPT ACCEPTED",
                        "03-02 10:00 DISPATCH DISPATCHED",
                        "03-02 10:30 SIGN IN_PROGRESS",
                        "03-04 16:00 SUBMIT_RESULT HANDLED",
                        "03-05 10:00 CLOSE CLOSED",
                        "03-05 19:20 EVALUATE EVALUATED");
        assertThat(cover.clocks(1))
                .containsExactly(
                        "ACCEPT 03-02 11:10 met 03-02 09:40",
                        "DISPATCH 03-02 11:40 met 03-02 10:00",
                        "HANDLE 03-09 09:40 met 03-04 16:00",
                        "SIGN 03-02 15:00 met 03-02 10:30",
                        "CONTACT 03-03 10:30 met 03-02 11:00",
                        "VERIFY 03-06 16:00 met 03-05 10:00",
                        "CALLBACK 03-09 10:00 met 03-05 19:20");
        assertThat(cover.texts("select distance from issue_evidence where issue_id = :id and kind = 'SCENE'"))
                .containsExactly("12");
        assertThat(fiveSees(cover)).isEqualTo("5/5");
        assertThat(cover.row("to_char(first_contact_at at time zone 'Asia/Shanghai', 'MM-DD HH24:MI')"))
                .isEqualTo("03-02 11:00");
        assertThat(replies(resident, cover)).hasSize(1);
        assertThat(rate("responseRate", "2026-03-02", "2026-03-07")).isEqualTo("1/1");
        assertThat(rate("fiveSeesRate", "2026-03-02", "2026-03-07")).isEqualTo("1/1");
    }

    /// Night noise: two residents 80 m apart, the wrong office, more time, a result that does not hold,
    /// and a reporter who is not content.
    @Test
    void nightNoiseTakesTheHardWayThroughTwoRounds() {
        var zhang = graph.as(TownAccount.ZHANG_WEI);
        var newcomer = graph.as(TownAccount.NEWCOMER);
        var intake = graph.as(TownAccount.INTAKE);
        var luo = colleagues.luo();

        clock.set("2026-03-09 22:10");
        var noise = Matter.reported(zhang, reportOfNoise("楼下烧烤店深夜音响太吵，孩子睡不着", 0));
        clock.set("2026-03-09 23:40");
        assertThat(offered(newcomer, 80)).containsExactly(noise.id() + " 80");
        var twin = Matter.reported(newcomer, reportOfNoise("半夜还在放音乐，吵得没法休息", 80));
        clock.set("2026-03-09 23:50");
        noise.done(intake, "acceptIssue", Map.of());
        var suspected = twin.refused(intake, "acceptIssue", Map.of());
        assertThat(suspected.text("done.refusal.code")).isEqualTo("DUPLICATE_SUSPECTED");
        clock.set("2026-03-09 23:55");
        assertThat(twin.done(intake, "mergeIssue", Map.of("intoId", noise.id(), "reason", "同一烧烤店的夜间噪声")))
                .isEqualTo("MERGED");

        returnedByTheWrongOffice(noise);
        extended(noise, luo);
        handledWithoutAnalysis(noise, luo);
        failedOnceAndClosed(noise, luo);

        clock.set("2026-03-21 20:00");
        assertThat(noise.done(zhang, "rateIssue", rating(2, false))).isEqualTo("ACCEPTED");
        assertThat(noise.row("round || ' ' || urgency")).isEqualTo("2 URGENT");
        secondRound(noise, luo);

        assertThat(replies(zhang, noise)).hasSize(2);
        assertThat(replies(newcomer, twin)).hasSize(2).isEqualTo(replies(zhang, noise));
        assertThat(told(zhang, noise)).isEqualTo(2);
        assertThat(told(newcomer, twin)).isEqualTo(2);
        recordsOfTheHardWay(noise);
        assertThat(rate("dispatchAccuracy", "2026-03-09", "2026-03-23"))
                .as("of three dispatches one was wrong")
                .isEqualTo("2/3");
        assertThat(rate("reworkRate", "2026-03-09", "2026-03-23")).startsWith("1/");
    }

    private void returnedByTheWrongOffice(Matter noise) {
        var works = colleagues.xu();
        clock.set("2026-03-10 09:10");
        noise.done(colleagues.dispatcher(), "dispatchIssue", to(WORKS_OFFICE));
        clock.set("2026-03-10 09:40");
        var back = Map.of("reason", "NOT_MY_DUTY", "note", "噪声由综合执法负责", "suggestedOwner", "综合执法办公室");
        assertThat(noise.done(works, "returnOrder", back)).isEqualTo("RETURNED");
        clock.set("2026-03-10 10:00");
        Map<String, Object> ruling = new HashMap<>(to(ENFORCEMENT_OFFICE));
        ruling.putAll(Map.of("ruling", "UPHELD", "reason", "退单成立，改派综合执法"));
        assertThat(noise.done(colleagues.dispatcher(), "ruleReturn", ruling)).isEqualTo("DISPATCHED");
        assertThat(noise.clocks(1))
                .contains("HANDLE 03-16 17:00")
                .as("the clock ran on")
                .allMatch(clock -> !clock.contains("paused"));
    }

    private void extended(Matter noise, Graph luo) {
        clock.set("2026-03-10 10:20");
        noise.done(luo, "signOrder", Map.of());
        clock.set("2026-03-10 10:50");
        noise.done(luo, "addEvidence", Proof.person("两位反映人", "PHONE"));
        clock.set("2026-03-10 22:40");
        noise.done(luo, "addEvidence", Proof.photo(luo, "SCENE", "2026-03-10 22:30", EAST, NORTH));
        noise.done(luo, "addProcess", Proof.process("现场测得 62 分贝，责令调低音量", "2026-03-10 22:35"));
        clock.set("2026-03-13 15:00");
        var request = Map.of("until", TownClock.at("2026-03-18 17:00").toString(), "reason", "等待隔音门安装");
        noise.done(luo, "requestExtension", request);
        clock.set("2026-03-13 16:00");
        noise.done(graph.as(TownAccount.COMMANDER), "decideExtension", Map.of("isGranted", true, "note", "同意延两个工作日"));
        assertThat(noise.clocks(1)).contains("HANDLE 03-18 17:00");
    }

    private void handledWithoutAnalysis(Matter noise, Graph luo) {
        clock.set("2026-03-17 16:00");
        noise.done(luo, "addEvidence", Proof.photo(luo, "RESULT", "2026-03-17 15:50", EAST, NORTH));
        var missing = noise.refused(luo, "submitResult", Map.of("outcome", "RESOLVED"));
        assertThat(missing.text("done.refusal.code")).isEqualTo("MISSING_EVIDENCE");
        assertThat(missing.texts("done.refusal.kinds")).containsExactly("ANALYSIS");
        assertThat(missing.text("done.issue.status")).isEqualTo("IN_PROGRESS");
        clock.set("2026-03-17 16:15");
        noise.done(luo, "addEvidence", Proof.analysis("BEHAVIOUR", true, "与店主签订承诺书，每周五夜间抽查一次音量"));
        assertThat(noise.done(luo, "submitResult", Map.of("outcome", "RESOLVED")))
                .isEqualTo("HANDLED");
        clock.set("2026-03-17 16:20");
        var own = noise.refused(luo, "verifyIssue", Map.of("accepted", ALL_FIVE));
        assertThat(own.text("done.refusal.code")).isEqualTo("SELF_VERIFICATION");
    }

    private void failedOnceAndClosed(Matter noise, Graph luo) {
        clock.set("2026-03-18 10:00");
        var noEffect = Map.of(
                "accepted",
                List.of("PERSON", "SCENE", "PROCESS", "ANALYSIS"),
                "failed",
                List.of(Map.of("kind", "RESULT", "why", "当晚回访仍有噪声，未见效果")));
        assertThat(noise.done(colleagues.supervisor(), "verifyIssue", noEffect)).isEqualTo("IN_PROGRESS");
        assertThat(noise.clocks(1)).contains("REWORK 03-23 10:00");
        clock.set("2026-03-19 22:40");
        noise.done(luo, "addEvidence", Proof.photo(luo, "RESULT", "2026-03-19 22:30", EAST, NORTH));
        noise.done(luo, "submitResult", Map.of("outcome", "RESOLVED"));
        clock.set("2026-03-20 10:00");
        noise.done(colleagues.supervisor(), "verifyIssue", Map.of("accepted", List.of("RESULT")));
        assertThat(noise.done(colleagues.supervisor(), "closeIssue", Map.of("reply", reply("夜间音量已降到四十五分贝以下"))))
                .isEqualTo("CLOSED");
    }

    private void secondRound(Matter noise, Graph luo) {
        clock.set("2026-03-21 20:10");
        noise.done(colleagues.dispatcher(), "dispatchIssue", to(ENFORCEMENT_OFFICE));
        clock.set("2026-03-21 20:30");
        noise.done(luo, "signOrder", Map.of());
        noise.done(luo, "addEvidence", Proof.person("反映人", "FACE"));
        clock.set("2026-03-21 22:30");
        noise.done(luo, "addEvidence", Proof.photo(luo, "SCENE", "2026-03-21 22:10", EAST, NORTH));
        noise.done(luo, "addProcess", Proof.process("现场拆除室外音箱，约谈店主", "2026-03-21 22:20"));
        clock.set("2026-03-22 11:00");
        noise.done(luo, "addEvidence", Proof.photo(luo, "RESULT", "2026-03-22 10:40", EAST, NORTH));
        noise.done(luo, "addEvidence", Proof.analysis("BEHAVIOUR", false, "室外音箱已经拆除，店门加装隔音帘，不再外放"));
        noise.done(luo, "submitResult", Map.of("outcome", "RESOLVED"));
        clock.set("2026-03-22 12:00");
        noise.done(colleagues.supervisor(), "verifyIssue", Map.of("accepted", ALL_FIVE));
        assertThat(noise.done(colleagues.supervisor(), "closeIssue", Map.of("reply", reply("室外音箱已经拆除，夜间安静"))))
                .isEqualTo("CLOSED");
    }

    /// Two rounds, 1 return, 1 extension, 1 rework; the wrong dispatch is the centre's.
    private void recordsOfTheHardWay(Matter noise) {
        assertThat(noise.clocks(1))
                .containsExactly(
                        "ACCEPT 03-10 00:10 met 03-09 23:50",
                        "DISPATCH 03-10 11:00 met 03-10 09:10",
                        "HANDLE 03-18 17:00 met 03-17 16:15",
                        "SIGN 03-10 14:10 met 03-10 09:40",
                        "DISPATCH 03-10 11:40 met 03-10 10:00",
                        "SIGN 03-10 15:00 met 03-10 10:20",
                        "CONTACT 03-11 10:20 met 03-10 10:50",
                        "VERIFY 03-19 16:15 met 03-18 10:00",
                        "REWORK 03-23 10:00 met 03-19 22:40",
                        "VERIFY 03-23 17:00 met 03-20 10:00",
                        "CALLBACK 03-24 10:00 met 03-21 20:00");
        assertThat(noise.clocks(2))
                .containsExactly(
                        "DISPATCH 03-21 20:15 met 03-21 20:10",
                        "HANDLE 03-22 20:00 met 03-22 11:00",
                        "SIGN 03-21 20:40 met 03-21 20:30",
                        "CONTACT 03-21 22:30 met 03-21 20:30",
                        "VERIFY 03-23 17:00 met 03-22 12:00",
                        "CALLBACK 03-23 17:00");
        assertThat(noise.texts("""
                        select concat_ws(' ', d.name, o.ruling, a.name)
                        from work_order o join department d on d.id = o.department_id
                        join account a on o.dispatched_by = 'account:' || a.id
                        where o.issue_id = :id and o.ruling is not null""")).containsExactly("市政工程办公室 UPHELD colleague-2");
        assertThat(noise.texts("select round || ' ' || is_granted from issue_extension where issue_id = :id"))
                .containsExactly("1 true");
        assertThat(
                        noise.texts(
                                "select round from issue_timeline where issue_id = :id and move = 'VERIFY' and to_status = 'IN_PROGRESS'"))
                .containsExactly("1");
    }

    private static Map<String, Object> reportOfTheCover(String photo) {
        return Map.of(
                "type", "INCIDENT",
                "category", "INFRASTRUCTURE",
                "description", "东院门口排水井盖破损，边缘翘起",
                "source", "GRID_PATROL",
                "point", point(0),
                "onBehalfOf", TownHomes.LI_NA.id(),
                "attachmentIds", List.of(photo));
    }

    private static Map<String, Object> reportOfNoise(String text, int metresNorth) {
        return Map.of("category", "NOISE", "description", text, "source", "RESIDENT_APP", "point", point(metresNorth));
    }

    private static Map<String, Object> point(int metresNorth) {
        return Map.of("longitude", EAST, "latitude", NORTH + metresNorth * METRE, "system", "CGCS2000");
    }

    private static Map<String, Object> reply(String result) {
        return Map.of("contacted", "报告人", "measures", "核实现场后，当日安排处理并复查", "result", result, "unit", "示范街道综合调度中心");
    }

    private static Map<String, Object> rating(int score, boolean isResolved) {
        Map<String, Object> rating = new HashMap<>(Map.of("score", score, "isResolved", isResolved));
        if (!isResolved) {
            rating.put("reasons", List.of("NOT_SOLVED"));
            rating.put("comment", "周末晚上还是很吵");
        }
        return Map.of("rating", rating);
    }

    private static List<String> offered(Graph asking, int metresNorth) {
        var found = asking.ask(
                "query($input: PossibleDuplicatesInput!) { possibleDuplicates(input: $input) { issue { id } distanceMetres } }",
                Map.of("input", Map.of("category", "NOISE", "point", point(metresNorth))));
        var metres = found.texts("possibleDuplicates[*].distanceMetres");
        var ids = found.texts("possibleDuplicates[*].issue.id");
        return java.util.stream.IntStream.range(0, ids.size())
                .mapToObj(i -> ids.get(i) + " " + metres.get(i))
                .toList();
    }

    private String fiveSees(Matter matter) {
        var answer = graph.ask(
                "query($id: ID!) { issue(by: {id: $id}) { fiveSees { acceptedCount requiredCount } } }",
                Map.of("id", matter.id()));
        return answer.number("issue.fiveSees.acceptedCount") + "/" + answer.number("issue.fiveSees.requiredCount");
    }

    private String rate(String name, String from, String to) {
        var document = """
                query($id: ID!) { issueStatistics(within: $id, from: "%s", to: "%s") { figures {
                  rate: %s { numerator denominator } } } }""".formatted(from, to, name);
        var answer = graph.as(TownAccount.ANALYSIS).ask(document, Map.of("id", Town.STREET.id()));
        var rate = "issueStatistics.figures.rate.";
        return answer.number(rate + "numerator") + "/" + answer.number(rate + "denominator");
    }

    private static List<String> replies(Graph reader, Matter matter) {
        return reader.ask(
                        "query($id: ID!) { issue(by: {id: $id}) { replies { result kind round } } }",
                        Map.of("id", matter.id()))
                .texts("issue.replies[*].result");
    }

    /// How often somebody was told that there is a reply to their own report.
    private static long told(Graph reader, Matter matter) {
        return reader
                .ask("{ myNotifications(filter: {kind: [ISSUE_REPLIED]}, first: 50) { nodes { issueId } } }")
                .texts("myNotifications.nodes[*].issueId")
                .stream()
                .filter(matter.id()::equals)
                .count();
    }
}
