package org.wangge.issue.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.wangge.file.AttachmentId;
import org.wangge.file.Photos;
import org.wangge.file.Sender;
import org.wangge.graphql.GlobalId;
import org.wangge.grid.CoordinateSystem;
import org.wangge.grid.PointInput;
import org.wangge.grid.Scope;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueSight;
import org.wangge.issue.Issues;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.Statements;
import org.wangge.town.Tables;
import org.wangge.town.TownAccount;
import org.wangge.town.TownPeople;

/// Who sees of the proof what. 张伟 reported a public matter in 东院, with a photo; 李建国 leads that
/// grid, 欧阳桥 another one, and another report went on in this one.
@ApiTest
@Import(Statements.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceSightTests {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String SEEN = """
            query($id: ID!) { issue(by: {id: $id}) {
              fiveSees { requiredCount acceptedCount kinds { kind standing } }
              attachments { name }
              evidence { kind takenAt text contacted means distance location { latitude } cause prevention recurs
                judgeNote isAccepted attachments { name url } } } }""";

    @Autowired
    Graph graph;

    @Autowired
    Evidences evidences;

    @Autowired
    Issues issues;

    @Autowired
    Statements statements;

    private Issue issue;

    @BeforeAll
    void handle() {
        var reporter = graph.as(TownAccount.ZHANG_WEI);
        issue = report(reporter, new Sender(reporter).send(Photos.jpeg(2001), "上报.jpg", "image/jpeg"));
        var other = graph.as(TownAccount.LI_NA);
        var merged = report(other, new Sender(other).send(Photos.jpeg(2002), "并案.jpg", "image/jpeg"));
        Tables.texts(
                graph.database(),
                "update issue set status = 'MERGED', merged_into = '" + issue.uuid() + "' where id = '" + merged.uuid()
                        + "' returning id");
        add(EvidenceKind.PERSON, null, "当事人", ContactMeans.FACE, null, null);
        add(EvidenceKind.SCENE, null, null, null, NOON, null, "现场.jpg");
        add(EvidenceKind.PROCESS, "更换井盖", null, null, null, null);
        add(EvidenceKind.RESULT, null, null, null, NOON.plusSeconds(60), null, "效果.jpg", "验收单.pdf");
        add(EvidenceKind.ANALYSIS, null, null, null, null, "整排六个井盖一并更换并每季度巡查一次登记");
        Awaited.the(evidences
                .judge(
                        issue.id(),
                        1,
                        java.util.Set.of(EvidenceKind.PERSON),
                        Map.of(EvidenceKind.PROCESS, "没有写时间"),
                        "account:x",
                        NOW)
                .thenReturn(true));
    }

    @ParameterizedTest
    @EnumSource(names = {"LI", "WANG", "LEADER", "COMMANDER", "INTAKE", "AUDITOR"})
    void staffSeeAllOfIt(TownAccount staff) {
        var seen = seenBy(staff);

        assertThat(seen.texts("issue.evidence[*].kind"))
                .containsExactlyInAnyOrder("PERSON", "SCENE", "PROCESS", "RESULT", "ANALYSIS");
        assertThat(seen.texts("issue.evidence[*].attachments[*].name"))
                .containsExactlyInAnyOrder("现场.jpg", "效果.jpg", "验收单.pdf");
        assertThat(seen.texts("issue.attachments[*].name")).containsExactly("上报.jpg", "并案.jpg");
        assertThat(seen.whole().getData().toString()).contains("更换井盖", "当事人", "没有写时间", "AGEING", "整排六个井盖", "latitude");
    }

    @Test
    void handlersSeeAllOfItWhereTheyDoNotServe() {
        Tables.texts(
                graph.database(),
                "update issue set confidentiality = 'INTERNAL' where id = '" + issue.uuid() + "' returning id");
        assertThat(seenBy(TownAccount.OUYANG).code()).isEqualTo("NOT_FOUND");
        hands(TownPeople.OUYANG.uuid());

        var seen = seenBy(TownAccount.OUYANG);
        hands(null);
        Tables.texts(
                graph.database(),
                "update issue set confidentiality = 'PUBLIC' where id = '" + issue.uuid() + "' returning id");

        assertThat(seen.texts("issue.evidence[*].attachments[*].name")).hasSize(3);
        assertThat(seen.texts("issue.attachments[*].name")).hasSize(2);
    }

    @Test
    void theReporterSeesKindsAndTimesAndThePicturesOfTheResult() {
        var seen = seenBy(TownAccount.ZHANG_WEI);

        assertThat(seen.texts("issue.evidence[*].kind")).hasSize(5);
        assertThat(seen.texts("issue.evidence[*].takenAt")).contains("2026-03-02T04:00:00Z");
        assertThat(seen.texts("issue.evidence[*].attachments[*].name")).containsExactly("效果.jpg");
        assertThat(seen.texts("issue.attachments[*].name")).containsExactly("上报.jpg");
        assertThat(seen.whole().getData().toString())
                .contains("ACCEPTED", "FAILED")
                .doesNotContain("更换井盖", "当事人", "没有写时间", "AGEING", "整排六个井盖", "latitude=3");
        var url = seen.text("issue.evidence[3].attachments[0].url");
        assertThat(new Sender(graph).read(url)).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"LI_NA", "NEWCOMER"})
    void thePublicSeesHowTheFiveStandAndNothingElse(TownAccount resident) {
        var seen = seenBy(resident);

        assertThat(seen.texts("issue.fiveSees.kinds[*].standing"))
                .containsExactly("ACCEPTED", "PRESENT", "FAILED", "PRESENT", "PRESENT");
        assertThat(seen.number("issue.fiveSees.acceptedCount")).isEqualTo(1);
        assertThat(seen.texts("issue.evidence[*].kind")).isEmpty();
        assertThat(seen.texts("issue.attachments[*].name")).isEmpty();
    }

    @Test
    void nobodyInParticularIsTheReporterOfWhatNobodyInParticularReported() {
        var nobody = graph.anonymous();
        var answer = nobody.ask(REPORT, Map.of("input", input(new Sender(nobody).sendJpeg(Photos.jpeg(2003)))));

        var seen = nobody.ask(
                "query($code: String!) { issue(by: {trackingCode: $code}) { fiveSees { requiredCount } attachments { id } evidence { id } } }",
                Map.of("code", answer.text("reportIssue.trackingCode")));

        assertThat(seen.number("issue.fiveSees.requiredCount")).isEqualTo(5);
        assertThat(seen.texts("issue.attachments[*].id")).isEmpty();
        assertThat(seen.texts("issue.evidence[*].id")).isEmpty();
    }

    @Test
    void aPageOfFiftyCostsFiveStatementsMore() {
        for (int i = 0; i < 50; i++) {
            report(graph, List.of());
        }
        statements.taken();

        var page = graph.ask("{ issues(first: 50) { nodes { id } } }");
        var bare = statements.taken().size();
        var full = graph.ask("""
                { issues(first: 50) { nodes { fiveSees { acceptedCount } attachments { isDuplicate url }
                    evidence { attachments { name } } } } }""");

        assertThat(page.texts("issues.nodes[*].id")).hasSize(50);
        assertThat(full.errors()).isEmpty();
        assertThat(statements.taken().size() - bare).isBetween(3, 8);
    }

    @Test
    void isReadOfAnEarlierRound() {
        var rounds = graph.ask(
                "query($id: ID!) { issue(by: {id: $id}) { first: evidence(round: 1) { kind } second: evidence(round: 2) { kind } } }",
                Map.of("id", issue.id().toString()));

        assertThat(rounds.texts("issue.first[*].kind")).hasSize(5);
        assertThat(rounds.texts("issue.second[*].kind")).isEmpty();
    }

    private static final String REPORT =
            "mutation($input: ReportIssueInput!) { reportIssue(input: $input) { issue { id } trackingCode } }";

    private Answer seenBy(TownAccount somebody) {
        return graph.as(somebody).ask(SEEN, Map.of("id", issue.id().toString()));
    }

    private void hands(@Nullable UUID member) {
        var hands = member == null ? "{}" : "{" + member + "}";
        Tables.texts(
                graph.database(),
                "update issue set hands = '" + hands + "' where id = '" + issue.uuid() + "' returning id");
    }

    private void add(
            EvidenceKind kind,
            @Nullable String text,
            @Nullable String contacted,
            @Nullable ContactMeans means,
            @Nullable Instant takenAt,
            @Nullable String prevention,
            String... files) {
        var ids = List.of(files).stream()
                .map(name -> AttachmentId.of(name.endsWith("pdf") ? document(name) : photo(name)))
                .toList();
        var input = new EvidenceInput(
                kind,
                text,
                ids,
                new PointInput(104.0151, 30.8101, CoordinateSystem.CGCS2000),
                takenAt,
                contacted,
                means,
                null,
                prevention == null ? null : CauseCode.AGEING,
                prevention == null ? null : true,
                prevention);
        Awaited.the(evidences.add(input, issue, NOON.minusSeconds(600), TownAccount.EVERYTHING.actor(), NOW, ""));
    }

    private String photo(String name) {
        return new Sender(graph).send(Photos.jpeg(name.hashCode() & 0xFFFF), name, "image/jpeg");
    }

    private String document(String name) {
        var pdf = "%PDF-1.7\nnothing\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        return new Sender(graph).send(pdf, name, "application/pdf");
    }

    private Issue report(Graph by, String photo) {
        return report(by, List.of(photo));
    }

    private Issue report(Graph by, List<String> photos) {
        var answer = by.ask(REPORT, Map.of("input", input(photos.toArray(String[]::new))));
        var id = GlobalId.decode("issue", answer.text("reportIssue.issue.id"));
        return Awaited.the(
                issues.all(List.of(id), IssueSight.of(Scope.everywhere())).next());
    }

    private static Map<String, Object> input(String... photos) {
        return new HashMap<>(Map.of(
                "key",
                UUID.randomUUID().toString(),
                "category",
                "DRAINAGE",
                "description",
                "井盖破损，雨后积水",
                "source",
                "RESIDENT_APP",
                "point",
                Map.of("longitude", 104.015, "latitude", 30.81),
                "attachmentIds",
                List.of(photos)));
    }
}
