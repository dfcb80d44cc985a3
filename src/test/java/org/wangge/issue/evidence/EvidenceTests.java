package org.wangge.issue.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.issue.evidence.EvidenceKind.ANALYSIS;
import static org.wangge.issue.evidence.EvidenceKind.PERSON;
import static org.wangge.issue.evidence.EvidenceKind.PROCESS;
import static org.wangge.issue.evidence.EvidenceKind.RESULT;
import static org.wangge.issue.evidence.EvidenceKind.SCENE;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.wangge.file.AttachmentId;
import org.wangge.file.Photos;
import org.wangge.file.Sender;
import org.wangge.graphql.GlobalId;
import org.wangge.grid.CoordinateSystem;
import org.wangge.grid.PointInput;
import org.wangge.grid.Scope;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueSight;
import org.wangge.issue.IssueType;
import org.wangge.issue.Issues;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TownAccount;
import reactor.core.publisher.Mono;

/// What proves each of the five (`domain.md` §3), at an issue of 2 March at 104.015, 30.81.
@ApiTest
class EvidenceTests {
    private static final Instant SIGNED = Instant.parse("2026-03-02T02:30:00Z");
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String HANDLER = TownAccount.EVERYTHING.actor();
    private static final PointInput HERE = new PointInput(104.0151, 30.8101, CoordinateSystem.CGCS2000);
    private static final String TWENTY = "整排六个井盖一并更换并每季度巡查一次登记";

    @Autowired
    Graph graph;

    @Autowired
    Evidences evidences;

    @Autowired
    Issues issues;

    @Autowired
    TransactionalOperator transaction;

    private static int photos = 1000;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DEMAND       | PERSON SCENE PROCESS RESULT ANALYSIS
            COMPLAINT    | PERSON SCENE PROCESS RESULT ANALYSIS
            REPORT       | PERSON SCENE PROCESS RESULT ANALYSIS
            INCIDENT     | PERSON SCENE PROCESS RESULT ANALYSIS
            DISPUTE      | PERSON SCENE PROCESS RESULT ANALYSIS
            HAZARD       | PERSON SCENE PROCESS RESULT ANALYSIS
            CONSULTATION | PERSON RESULT
            SUGGESTION   | PERSON RESULT ANALYSIS
            PRAISE       | RESULT
            """)
    void isNeededByTheTypeOfTheIssue(IssueType type, String kinds) {
        assertThat(EvidencePolicy.required(type).stream().map(Enum::name).toList())
                .containsExactly(kinds.split(" "));
    }

    @Test
    void ofAPersonSaysWhoWhenAndHow() {
        var issue = reported(graph);

        assertThat(problems(issue, new Given(PERSON)))
                .containsExactlyInAnyOrder("contacted REQUIRED", "means REQUIRED");
        assertThat(problems(issue, new Given(PERSON).means(ContactMeans.PHONE).contacted("电话 138 0013 8000")))
                .containsExactly("contacted MALFORMED");
        assertThat(problems(issue, new Given(PERSON).means(ContactMeans.PHONE).contacted("报".repeat(101))))
                .containsExactly("contacted TOO_LONG");

        var evidence = add(
                issue,
                new Given(PERSON).means(ContactMeans.PHONE).contacted(" 报告人 ").at(NOON));
        assertThat(evidence.contacted()).isEqualTo("报告人");
        assertThat(evidence.means()).isEqualTo(ContactMeans.PHONE);
        assertThat(evidence.takenAt()).isEqualTo(NOON);
        assertThat(add(issue, new Given(PERSON).means(ContactMeans.FACE).contacted("当事人"))
                        .takenAt())
                .isEqualTo(NOW);
    }

    @Test
    void ofAnAnonymousReportIsAPartyOnSiteOrAWitness() {
        var issue = reported(graph.anonymous());

        for (var means : List.of(ContactMeans.PHONE, ContactMeans.VIDEO)) {
            assertThat(problems(issue, new Given(PERSON).means(means).contacted("报告人")))
                    .containsExactly("means NOT_ALLOWED");
        }
        for (var means : List.of(ContactMeans.FACE, ContactMeans.WITNESS)) {
            assertThat(add(issue, new Given(PERSON).means(means).contacted("在场商户"))
                            .means())
                    .isEqualTo(means);
        }
    }

    @Test
    void ofASceneIsAPhotoWithTimeAndPlace() {
        var issue = reported(graph);

        assertThat(problems(issue, new Given(SCENE)))
                .containsExactlyInAnyOrder("attachmentIds REQUIRED", "takenAt REQUIRED", "point REQUIRED");
        assertThat(problems(issue, new Given(SCENE).files(photo()).at(NOON))).containsExactly("point REQUIRED");
        assertThat(problems(issue, new Given(SCENE).files(photo()).here())).containsExactly("takenAt REQUIRED");
        assertThat(problems(issue, new Given(SCENE).files(document()).at(NOON).here()))
                .containsExactly("attachmentIds[0] NOT_ALLOWED");
        assertThat(problems(issue, new Given(SCENE).files(photo()).here().at(NOW.plusSeconds(301))))
                .containsExactly("takenAt IN_THE_FUTURE");

        var evidence = add(issue, new Given(SCENE).files(photo()).at(NOON).here());
        assertThat(evidence.distance()).isBetween(10, 20);
    }

    /// The one that is the hardest to fit.
    @Test
    void ofSeveralPhotosTakesTheLastOfASceneAndTheFirstOfAResult() {
        var issue = reported(graph);

        assertThat(add(issue, new Given(SCENE).files(takenAt("09:15"), takenAt("09:45"), takenAt("09:30")))
                        .takenAt())
                .isEqualTo(Instant.parse("2026-03-02T01:45:00Z"));
        assertThat(add(issue, new Given(RESULT).files(takenAt("11:30"), takenAt("11:15"), takenAt("11:45")))
                        .takenAt())
                .isEqualTo(Instant.parse("2026-03-02T03:15:00Z"));
    }

    private String takenAt(String time) {
        return sent(Photos.taken(Photos.jpeg(photos++), 1, "2026:03:02 " + time + ":00", 30.8102, 104.0152));
    }

    @Test
    void ofASceneIsWhenAndWhereThePhotoSays() {
        var issue = reported(graph);
        var photo = sent(Photos.taken(Photos.jpeg(photos++), 1, "2026:03:02 11:15:00", 30.8102, 104.0152));

        var evidence = add(issue, new Given(SCENE).files(photo));

        assertThat(evidence.takenAt()).isEqualTo(Instant.parse("2026-03-02T03:15:00Z"));
        assertThat(evidence.distance()).isBetween(25, 35);
        var other = sent(Photos.taken(Photos.jpeg(photos++), 1, "2026:03:02 11:15:00", 30.8102, 104.0152));
        assertThat(add(issue, new Given(SCENE).files(other).at(NOON)).takenAt())
                .as("what is said counts before what the photo says")
                .isEqualTo(NOON);
    }

    /// 0.0018 degrees of latitude are 200.15 m.
    @ParameterizedTest
    @CsvSource({"0.00179, ok", "0.0018, ok", "0.00181, farReason TOO_FAR", "0.5, farReason TOO_FAR"})
    void ofASceneLiesWithinTwoHundredMetresOrSaysWhyNot(double north, String expected) {
        var issue = reported(graph);
        var there = new PointInput(104.015, 30.81 + north, CoordinateSystem.CGCS2000);
        var given = new Given(SCENE).files(photo()).at(NOON).at(there);

        if (expected.equals("ok")) {
            assertThat(add(issue, given).distance()).isBetween(195, 200);
            return;
        }
        assertThat(problems(issue, given)).containsExactly(expected);
        assertThat(problems(issue, given.why("对岸拍摄"))).containsExactly("farReason TOO_SHORT");
        assertThat(add(issue, given.why("从对岸拍摄")).farReason()).isEqualTo("从对岸拍摄");
    }

    @Test
    void ofASceneWithoutAPointOfTheIssueHasNoDistance() {
        var issue = reported(graph, Map.of("gridId", org.wangge.town.Town.EAST_YARD.id()), "point");

        assertThat(add(issue, new Given(SCENE).files(photo()).at(NOON).here()).distance())
                .isNull();
    }

    @Test
    void ofTheProcessIsARecordBetweenSigningAndNow() {
        var issue = reported(graph);

        assertThat(problems(issue, new Given(PROCESS))).containsExactly("text REQUIRED");
        assertThat(problems(issue, new Given(PROCESS).text("现场勘查").at(SIGNED.minusMillis(1))))
                .containsExactly("takenAt TOO_EARLY");
        assertThat(problems(issue, new Given(PROCESS).text("现场勘查").at(NOW.plusSeconds(301))))
                .containsExactly("takenAt IN_THE_FUTURE");
        assertThat(problems(issue, new Given(PROCESS).text("记".repeat(2001)))).containsExactly("text TOO_LONG");
        assertThat(problems(evidences.add(
                        new Given(PROCESS).text("现场勘查").input(), issue, null, HANDLER, NOW, "evidence[2]")))
                .containsExactly("evidence[2].kind NOT_SIGNED_YET");

        assertThat(add(issue, new Given(PROCESS).text("现场勘查").at(SIGNED)).takenAt())
                .isEqualTo(SIGNED);
        assertThat(add(issue, new Given(PROCESS).text("现场勘查")).takenAt()).isEqualTo(NOW);
    }

    @Test
    void ofTheResultIsLaterThanTheScene() {
        var issue = reported(graph);
        add(issue, new Given(SCENE).files(photo()).at(NOON).here());

        assertThat(problems(issue, new Given(RESULT))).containsExactly("attachmentIds REQUIRED");
        assertThat(problems(issue, new Given(RESULT).text("已经换好了")))
                .as("what has a scene is shown, not told")
                .containsExactly("attachmentIds REQUIRED");
        assertThat(problems(issue, new Given(RESULT).files(photo()))).containsExactly("takenAt REQUIRED");
        assertThat(problems(issue, new Given(RESULT).files(photo()).at(NOON))).containsExactly("takenAt TOO_EARLY");
        assertThat(problems(issue, new Given(RESULT).files(photo()).at(NOW.plusSeconds(301))))
                .containsExactly("takenAt IN_THE_FUTURE");

        assertThat(add(issue, new Given(RESULT).files(photo()).at(NOON.plusSeconds(1)))
                        .takenAt())
                .isEqualTo(NOON.plusSeconds(1));
        assertThat(add(issue, new Given(RESULT).files(document())).takenAt()).isEqualTo(NOW);
    }

    @Test
    void ofASceneIsEarlierThanTheResult() {
        var issue = reported(graph);
        add(issue, new Given(RESULT).files(photo()).at(NOON));

        assertThat(problems(issue, new Given(SCENE).files(photo()).at(NOON).here()))
                .containsExactly("takenAt TOO_LATE");
        assertThat(add(
                        issue,
                        new Given(SCENE).files(photo()).at(NOON.minusSeconds(1)).here()))
                .isNotNull();
    }

    @Test
    void ofTheResultIsNotThePhotoOfTheScene() {
        var issue = reported(graph);
        var photo = Photos.jpeg(photos++);
        var scene = sent(photo);
        add(issue, new Given(SCENE).files(scene).at(NOON).here());

        assertThat(problems(issue, new Given(RESULT).files(scene).at(NOON.plusSeconds(60))))
                .containsExactly("attachmentIds[0] DUPLICATE");
        assertThat(problems(issue, new Given(RESULT).files(photo(), sent(photo)).at(NOON.plusSeconds(60))))
                .containsExactly("attachmentIds[1] DUPLICATE");
    }

    @ParameterizedTest
    @EnumSource(names = {"CONSULTATION", "SUGGESTION", "PRAISE"})
    void ofTheResultOfWhatHasNoSceneMayBeInWriting(IssueType type) {
        var issue = reported(graph, Map.of("type", type.name()));

        assertThat(problems(issue, new Given(RESULT))).containsExactly("attachmentIds REQUIRED");
        assertThat(add(issue, new Given(RESULT).text("窗口周一至周五办理，带身份证即可。")).text())
                .startsWith("窗口");
    }

    @Test
    void ofTheAnalysisHasACauseWhetherItComesAgainAndAMeasure() {
        var issue = reported(graph);

        assertThat(problems(issue, new Given(ANALYSIS)))
                .containsExactly("cause REQUIRED", "recurs REQUIRED", "prevention REQUIRED");
        assertThat(problems(issue, new Given(ANALYSIS).analysis(TWENTY.substring(1))))
                .containsExactly("prevention TOO_SHORT");
        assertThat(problems(issue, new Given(ANALYSIS).analysis("  " + "𠮷".repeat(19) + "  ")))
                .as("twenty characters, not code units")
                .containsExactly("prevention TOO_SHORT");

        var evidence = add(issue, new Given(ANALYSIS).analysis(TWENTY));
        assertThat(evidence.cause()).isEqualTo(CauseCode.AGEING);
        assertThat(evidence.recurs()).isTrue();
        assertThat(evidence.prevention()).isEqualTo(TWENTY);
    }

    @Test
    void takesTheReportersPhotosAndNobodyElses() {
        var resident = graph.as(TownAccount.ZHANG_WEI);
        var theirs = new Sender(resident).sendJpeg(Photos.jpeg(photos++));
        var issue = reported(resident, Map.of("attachmentIds", List.of(theirs)));
        var strangers = new Sender(graph.as(TownAccount.LI)).sendJpeg(Photos.jpeg(photos++));

        assertThat(add(issue, new Given(SCENE).files(theirs).at(NOON).here())).isNotNull();
        assertThat(problems(issue, new Given(SCENE).files(strangers).at(NOON).here()))
                .containsExactly("attachmentIds[0] UNKNOWN");
        var ten = IntStream.range(0, 10).mapToObj(i -> theirs).toArray(String[]::new);
        assertThat(problems(issue, new Given(SCENE).files(ten).at(NOON).here()))
                .containsExactly("attachmentIds OUT_OF_RANGE");
    }

    @Test
    void leavesNothingWhenItIsRefused() {
        var issue = reported(graph);
        var photo = photo();

        problems(issue, new Given(SCENE).files(photo).at(NOON));

        assertThat(Awaited.the(evidences.of(issue.id(), 1))).isEmpty();
        assertThat(Tables.number(
                        graph.database(),
                        "select count(*) from attachment where subject is null and id = '"
                                + AttachmentId.of(photo).value() + "'"))
                .isEqualTo(1);
    }

    @Test
    void standsAsItWasGivenJudgedAndWaived() {
        var issue = reported(graph);
        assertThat(standings(issue))
                .isEqualTo("PERSON MISSING, SCENE MISSING, PROCESS MISSING, RESULT MISSING, ANALYSIS MISSING");
        add(issue, new Given(PERSON).means(ContactMeans.FACE).contacted("当事人"));
        add(issue, new Given(PROCESS).text("现场勘查"));
        add(issue, new Given(RESULT).files(photo()).at(NOON));
        assertThat(missing(issue)).containsExactlyInAnyOrder(SCENE, ANALYSIS);

        judge(issue, Set.of(PERSON, PROCESS), Map.of(RESULT, "看不出效果"));
        waive(issue, SCENE);
        assertThat(standings(issue))
                .isEqualTo("PERSON ACCEPTED, SCENE WAIVED, PROCESS ACCEPTED, RESULT FAILED, ANALYSIS MISSING");
        assertThat(missing(issue)).containsExactlyInAnyOrder(RESULT, ANALYSIS);

        add(issue, new Given(RESULT).files(photo()).at(NOON.minusSeconds(5)));
        add(issue, new Given(ANALYSIS).analysis(TWENTY));
        assertThat(missing(issue)).isEmpty();
        assertThat(Awaited.the(evidences.fiveSees(issue)).unaccepted()).containsExactlyInAnyOrder(RESULT, ANALYSIS);

        judge(issue, Set.of(PERSON, PROCESS, RESULT, ANALYSIS), Map.of());
        assertThat(Awaited.the(evidences.fiveSees(issue)).unaccepted()).isEmpty();
        assertThat(Awaited.the(evidences.fiveSees(issue)).acceptedCount()).isEqualTo(4);
        assertThat(Awaited.the(evidences.of(issue.id(), 1)).stream()
                        .filter(one -> one.kind() == RESULT)
                        .map(one -> one.accepted() + " " + one.judgeNote()))
                .containsExactly("false 看不出效果", "true null");
    }

    @Test
    void canFailAtTheSecondLook() {
        var issue = reported(graph);
        add(issue, new Given(PROCESS).text("现场勘查"));
        judge(issue, Set.of(PROCESS), Map.of());

        judge(issue, Set.of(), Map.of(PROCESS, "记录与照片不符"));

        assertThat(missing(issue)).contains(PROCESS);
    }

    @Test
    void isWaivedOnce() {
        var issue = reported(graph);
        waive(issue, SCENE);

        assertThat(problems(evidences
                        .waive(issue.id(), 1, SCENE, "再来一次", HANDLER, NOW)
                        .cast(Object.class)))
                .containsExactly("kind DUPLICATE");
        assertThat(Awaited.the(evidences.waived(issue.id(), 1))).containsExactly(SCENE);
        assertThat(Awaited.the(evidences.waived(issue.id(), 2))).isEmpty();
    }

    @Test
    void belongsToItsRound() {
        var issue = reported(graph);
        add(issue, new Given(PROCESS).text("第一轮"));
        judge(issue, Set.of(PROCESS), Map.of());
        Tables.texts(graph.database(), "update issue set round = 2 where id = '" + issue.uuid() + "' returning id");
        var again = found(issue.uuid());

        assertThat(missing(again)).contains(PROCESS);
        add(again, new Given(PROCESS).text("第二轮"));
        judge(again, Set.of(), Map.of(PROCESS, "不够"));

        assertThat(Awaited.the(evidences.of(issue.id(), 1)))
                .singleElement()
                .satisfies(first -> assertThat(first.accepted()).isTrue());
        assertThat(Awaited.the(evidences.of(issue.id(), 2)).getFirst().text()).isEqualTo("第二轮");
    }

    private Set<EvidenceKind> missing(Issue issue) {
        return Awaited.the(evidences.fiveSees(issue)).missing();
    }

    private String standings(Issue issue) {
        return Awaited.the(evidences.fiveSees(issue)).kinds().stream()
                .map(see -> see.kind() + " " + see.standing())
                .collect(java.util.stream.Collectors.joining(", "));
    }

    private void judge(Issue issue, Set<EvidenceKind> accepted, Map<EvidenceKind, String> failed) {
        Awaited.the(evidences
                .judge(issue.id(), issue.round(), accepted, failed, "account:verifier", NOW)
                .thenReturn(true));
    }

    private void waive(Issue issue, EvidenceKind kind) {
        Awaited.the(evidences
                .waive(issue.id(), issue.round(), kind, "现场已被暴雨冲毁", HANDLER, NOW)
                .thenReturn(true));
    }

    private Evidence add(Issue issue, Given given) {
        return Awaited.the(
                evidences.add(given.input(), issue, SIGNED, HANDLER, NOW, "").as(transaction::transactional));
    }

    private List<String> problems(Issue issue, Given given) {
        return problems(evidences.add(given.input(), issue, SIGNED, HANDLER, NOW, ""));
    }

    /// What is refused, as `path CODE`; nothing when it was done.
    private List<String> problems(Mono<?> work) {
        return Awaited.the(work.as(transaction::transactional)
                .thenReturn(List.<String>of())
                .onErrorResume(
                        Refused.class,
                        refused -> Mono.just(((Refusal.InputRejected) refused.refusal())
                                .problems().stream()
                                        .map(problem -> problem.path() + " " + problem.code())
                                        .toList())));
    }

    private String photo() {
        return sent(Photos.jpeg(photos++));
    }

    private String sent(byte[] photo) {
        return new Sender(graph).sendJpeg(photo);
    }

    private String document() {
        var pdf = ("%PDF-1.7\n" + photos++ + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);
        return new Sender(graph).send(pdf, "报告.pdf", "application/pdf");
    }

    private Issue reported(Graph by) {
        return reported(by, Map.of());
    }

    private Issue reported(Graph by, Map<String, Object> fields, String... without) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "key", UUID.randomUUID().toString(),
                "category", "DRAINAGE",
                "description", "井盖破损，雨后积水",
                "source", "GRID_PATROL",
                "point", Map.of("longitude", 104.015, "latitude", 30.81)));
        input.putAll(fields);
        List.of(without).forEach(input::remove);
        var answer = by.ask(
                "mutation($input: ReportIssueInput!) { reportIssue(input: $input) { issue { id } } }",
                Map.of("input", input));
        return found(GlobalId.decode("issue", answer.text("reportIssue.issue.id")));
    }

    private Issue found(UUID id) {
        return Awaited.the(
                issues.all(List.of(id), IssueSight.of(Scope.everywhere())).next());
    }

    /// An input in the making.
    private record Given(
            EvidenceKind kind,
            @Nullable String text,
            List<AttachmentId> files,
            @Nullable PointInput point,
            @Nullable Instant takenAt,
            @Nullable String contacted,
            @Nullable ContactMeans means,
            @Nullable String farReason,
            @Nullable String prevention) {
        Given(EvidenceKind kind) {
            this(kind, null, List.of(), null, null, null, null, null, null);
        }

        Given text(String said) {
            return new Given(kind, said, files, point, takenAt, contacted, means, farReason, prevention);
        }

        Given files(String... ids) {
            var named = List.of(ids).stream().map(AttachmentId::of).toList();
            return new Given(kind, text, named, point, takenAt, contacted, means, farReason, prevention);
        }

        Given here() {
            return at(HERE);
        }

        Given at(PointInput place) {
            return new Given(kind, text, files, place, takenAt, contacted, means, farReason, prevention);
        }

        Given at(Instant time) {
            return new Given(kind, text, files, point, time, contacted, means, farReason, prevention);
        }

        Given contacted(String who) {
            return new Given(kind, text, files, point, takenAt, who, means, farReason, prevention);
        }

        Given means(ContactMeans how) {
            return new Given(kind, text, files, point, takenAt, contacted, how, farReason, prevention);
        }

        Given why(String far) {
            return new Given(kind, text, files, point, takenAt, contacted, means, far, prevention);
        }

        Given analysis(String measure) {
            return new Given(kind, text, files, point, takenAt, contacted, means, farReason, measure);
        }

        EvidenceInput input() {
            var isAnalysed = prevention != null;
            return new EvidenceInput(
                    kind,
                    text,
                    files,
                    point,
                    takenAt,
                    contacted,
                    means,
                    farReason,
                    isAnalysed ? CauseCode.AGEING : null,
                    isAnalysed ? true : null,
                    prevention);
        }
    }
}
