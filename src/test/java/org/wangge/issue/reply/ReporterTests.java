package org.wangge.issue.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.issue.Contacts;
import org.wangge.issue.IssueId;
import org.wangge.notice.NewNotice;
import org.wangge.notice.NoticeKind;
import org.wangge.notice.Recipient;
import org.wangge.town.Answer;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPeople;

/// Who reported is shown to those who need to know, and what they left is sealed.
@ReplyTest
class ReporterTests {
    private static final String PHONE = "13912345670";
    private static final Map<String, ?> CONTACT = Map.of("contact", Map.of("name", "刘桂兰", "phone", PHONE));
    private static final String REPORTER = """
            query($by: IssueLookup!) { issue(by: $by) {
              reporter { kind resident { id } member { id } name { display value } phone { display value } } } }""";

    @Autowired
    Graph graph;

    @Autowired
    Desk desk;

    @Autowired
    Contacts contacts;

    @Autowired
    Reporters reporters;

    @ParameterizedTest
    @EnumSource(
            value = TownAccount.class,
            names = {"EVERYTHING", "INTAKE"})
    void isShownMaskedToThePostsThatNeedToKnow(TownAccount account) {
        var reported = desk.report(graph.anonymous(), CONTACT);

        var answer = graph.as(account).ask(REPORTER, Map.of("by", Map.of("id", reported.id())));

        assertThat(answer.text("issue.reporter.kind")).isEqualTo("ANONYMOUS");
        assertThat(answer.text("issue.reporter.name.display")).isEqualTo("刘*");
        assertThat(answer.text("issue.reporter.phone.display")).isEqualTo("139****5670");
        assertThat(answer.isNull("issue.reporter.phone.value")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = TownAccount.class,
            names = {"LI", "WILLOW_LEADER", "LEADER", "COMMANDER", "ANALYSIS", "AUDITOR", "NEWCOMER", "ZHANG_WEI"})
    void isShownToNobodyElse(TownAccount account) {
        var reported = desk.report(graph.as(TownAccount.LI_NA), CONTACT);

        assertThat(graph.as(account)
                        .ask(REPORTER, Map.of("by", Map.of("id", reported.id())))
                        .isNull("issue.reporter"))
                .isTrue();
    }

    @Test
    void isShownToNobodyInParticularNotEvenByTheTrackingCode() {
        var reported = desk.report(graph.anonymous(), CONTACT);

        assertThat(graph.anonymous()
                        .ask(REPORTER, Map.of("by", Map.of("trackingCode", reported.trackingCode())))
                        .isNull("issue.reporter"))
                .isTrue();
    }

    @Test
    void isShownToThemselvesAndToWhoeverHasItInHand() {
        var reported = desk.report(graph.as(TownAccount.LI_NA), Map.of("confidentiality", "PRIVATE"));
        desk.change(reported, "hands = '{" + TownPeople.OUYANG.uuid() + "}'");
        var by = Map.of("by", Map.of("id", reported.id()));

        var own = graph.as(TownAccount.LI_NA).ask(REPORTER, by);
        var inHand = graph.as(TownAccount.OUYANG).ask(REPORTER, by);

        assertThat(own.text("issue.reporter.kind")).isEqualTo("RESIDENT");
        assertThat(own.text("issue.reporter.resident.id")).isEqualTo(TownHomes.LI_NA.id());
        assertThat(inHand.text("issue.reporter.kind")).isEqualTo("RESIDENT");
        assertThat(inHand.text("issue.reporter.name.display")).isEqualTo("李*");
        assertThat(inHand.isNull("issue.reporter.resident")).isTrue();
    }

    @Test
    void isShownToTheOfficeThatHasItInHand() {
        var reported = desk.report(graph.as(TownAccount.OUYANG), Map.of());
        desk.change(reported, "hands = '{" + TownPeople.WILLOW_COMMITTEE.uuid() + "}'");

        var answer = graph.as(TownAccount.LI).ask(REPORTER, Map.of("by", Map.of("id", reported.id())));

        assertThat(answer.text("issue.reporter.kind")).isEqualTo("STAFF");
        assertThat(answer.text("issue.reporter.member.id")).isEqualTo(TownPeople.OUYANG.id());
    }

    @Test
    void isReachedInClearByThoseWhoNeedToAndThatIsNoted() {
        var reported = desk.report(graph.anonymous(), CONTACT);
        var key = UUID.randomUUID();

        var shown = reveal(TownAccount.INTAKE, reported, key);
        var again = reveal(TownAccount.INTAKE, reported, key);
        var refused = reveal(TownAccount.COMMANDER, reported, UUID.randomUUID());
        var foreign = reveal(TownAccount.LI_NA, reported, UUID.randomUUID());

        assertThat(shown.text("revealReporter.name.display")).isEqualTo("刘桂兰");
        assertThat(shown.text("revealReporter.phone.value")).isEqualTo(PHONE);
        assertThat(again.get("revealReporter.replayed", Boolean.class)).isTrue();
        for (var unknown : List.of(refused, foreign)) {
            assertThat(unknown.text("revealReporter.refusal.problems[0].code")).isEqualTo("UNKNOWN");
            assertThat(unknown.isNull("revealReporter.phone")).isTrue();
        }
        assertThat(looks(reported)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "电话", "1391234567013912345670"})
    void leavesNoPhoneThatIsNone(String phone) {
        var input = new java.util.HashMap<String, Object>(Map.of(
                "key",
                java.util.UUID.randomUUID().toString(),
                "category",
                "STREET_LIGHT",
                "description",
                "东院的路灯不亮已经三天",
                "source",
                "PHONE",
                "gridId",
                org.wangge.town.Town.EAST_YARD.id(),
                "contact",
                Map.of("phone", phone)));

        assertThat(graph.anonymous()
                        .ask(
                                "mutation($input: ReportIssueInput!) { reportIssue(input: $input) { refusal { ... on InputRejected { problems { path code } } } } }",
                                Map.of("input", input))
                        .text("reportIssue.refusal.problems[0].path"))
                .isEqualTo("contact.phone");
    }

    @Test
    void leavesNothingInClearInAnyTable() throws SQLException {
        var reported = desk.report(graph.anonymous(), CONTACT);

        assertThat(tablesWith(PHONE)).isEmpty();
        assertThat(tablesWith("刘桂兰")).isEmpty();
        // What is kept in clear is found, so the search is one.
        assertThat(tablesWith("139****5670")).containsExactly("issue_contact");
        var contact = Awaited.the(contacts.of(new IssueId(reported.uuid())));
        assertThat(contact.phone()).isEqualTo(PHONE);
        assertThat(contact.toString()).doesNotContain(PHONE, "桂兰");
    }

    @Test
    void isToldOfTheirOwnIssueWhereverItGoesOn() {
        var target = desk.report(graph.as(TownAccount.LI_NA), Map.of("title", "东院路灯"));
        var merged = desk.report(graph.anonymous(), Map.of("title", "院门口路灯", "contact", Map.of("phone", PHONE)));
        var onBehalf = desk.report(
                graph.as(TownAccount.WANG), Map.of("title", "楼下路灯", "onBehalfOf", TownHomes.ZHANG_GUIXIANG.id()));
        desk.change(merged, "status = 'MERGED', merged_into = '" + target.uuid() + "'");
        desk.change(onBehalf, "status = 'MERGED', merged_into = '" + merged.uuid() + "', case_no = 'A-1'");

        var notices = Awaited.the(reporters.notices(desk.issue(target), NoticeKind.ISSUE_REPLIED));

        assertThat(notices)
                .containsExactlyInAnyOrder(
                        person(TownAccount.LI_NA.actor(), target, "东院路灯"),
                        person("anonymous", merged, "院门口路灯"),
                        new NewNotice(
                                new Recipient.Phone(merged.uuid()),
                                NoticeKind.ISSUE_REPLIED,
                                merged.uuid(),
                                List.of("院门口路灯")),
                        person(TownAccount.WANG.actor(), onBehalf, "A-1"),
                        person("resident:" + TownHomes.ZHANG_GUIXIANG.uuid(), onBehalf, "A-1"));
    }

    private static NewNotice person(String actor, Desk.Reported reported, String name) {
        return new NewNotice(new Recipient.Person(actor), NoticeKind.ISSUE_REPLIED, reported.uuid(), List.of(name));
    }

    private Answer reveal(TownAccount account, Desk.Reported reported, UUID key) {
        return graph.as(account)
                .ask(
                        """
                        mutation($input: RevealReporterInput!) { revealReporter(input: $input) {
                          name { display } phone { value } replayed
                          refusal { code ... on InputRejected { problems { path code } } } } }""",
                        Map.of("input", Map.of("key", key.toString(), "issueId", reported.id(), "note", "约定上门查看的时间")));
    }

    private int looks(Desk.Reported reported) {
        try (var connection = TestPostgres.connect(graph.database());
                var count = connection.prepareStatement(
                        "select count(*) from disclosure where serves = ? and role = 'INTAKE' and purpose = 'ISSUE'")) {
            count.setString(1, reported.id());
            var rows = count.executeQuery();
            rows.next();
            return rows.getInt(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private List<String> tablesWith(String text) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = TestPostgres.connect(graph.database());
                var tables = connection.getMetaData().getTables(null, "public", "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                var table = tables.getString("TABLE_NAME");
                try (var search = connection.prepareStatement(
                        "select 1 from \"" + table + "\" t where strpos(t::text, ?) > 0 limit 1")) {
                    search.setString(1, text);
                    if (search.executeQuery().next()) {
                        found.add(table);
                    }
                }
            }
        }
        return found;
    }
}
