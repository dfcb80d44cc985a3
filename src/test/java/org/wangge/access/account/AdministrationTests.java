package org.wangge.access.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.graphql.GlobalId;
import org.wangge.town.Answer;
import org.wangge.town.Graph;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownPeople;

/// What the three administrators do, and what none of them can.
@AccountTest
class AdministrationTests {
    private static final String PAYLOAD = """
            { account { id name kind memberId disabledAt mustChangePassword version
                        grants { id role grid { name } toAt reason endReason } }
              initialPassword replayed
              refusal { __typename code ... on StaleVersion { expected current } ... on RolesApart { role held }
                        ... on InputRejected { problems { path code } } } }""";

    @Autowired
    Graph graph;

    private AccountOffice office;
    private UUID huang;

    @BeforeEach
    void withOneAccount() {
        office = new AccountOffice(graph.anonymous());
        office.tidyUp();
        huang = office.account("huang");
    }

    @Test
    void createsAnAccountWithAPasswordThatIsToldOnce() {
        var key = UUID.randomUUID();

        var made = create(key, "lin.01", TownPeople.SUN.id());
        var again = create(key, "lin.01", TownPeople.SUN.id());

        assertThat(made.text("done.account.memberId")).isEqualTo(TownPeople.SUN.id());
        assertThat(again.get("done", Map.class).get("initialPassword")).isNull();
        assertThat(again.get("done.replayed", Boolean.class)).isTrue();
        var session = office.signIn("LIN.01", made.text("done.initialPassword"), null);
        assertThat(session.text("done.session.restriction")).isEqualTo("PASSWORD_CHANGE_REQUIRED");
    }

    @ParameterizedTest
    @CsvSource({"a, name TOO_SHORT", "'', name REQUIRED", "a b, name MALFORMED", "-ab, name MALFORMED"})
    void refusesNamesThatAreNone(String name, String problem) {
        assertThat(problems(create(UUID.randomUUID(), name, null))).containsExactly(problem);
    }

    @Test
    void refusesANameThatIsTakenAndAMemberWhoHasAnAccount() {
        assertThat(refusal(create(UUID.randomUUID(), "Huang", null))).isEqualTo("NameTaken");
        assertThat(problems(create(UUID.randomUUID(), "lin", TownPeople.LI.id())))
                .containsExactly("memberId DUPLICATE");
        assertThat(problems(create(UUID.randomUUID(), "lin", GlobalId.encode("member", UUID.randomUUID()))))
                .containsExactly("memberId UNKNOWN");
    }

    @Test
    void shutsSomebodyOutAtOnceAndLetsThemInAgain() {
        var session = office.signIn("huang", AccountOffice.PASSWORD, null);
        var token = session.text("done.session.accessToken");
        assertThat(office.ask(token, "{ me { account { name } } }").text("me.account.name"))
                .isEqualTo("huang");

        change("disableAccount", 1);

        assertThat(office.ask(token, "{ me { account { name } } }").code()).isEqualTo("TOKEN_REVOKED");
        assertThat(office.signIn("huang", AccountOffice.PASSWORD, null).text("done.refusal.code"))
                .isEqualTo("CREDENTIALS_REJECTED");
        change("enableAccount", 2);
        assertThat(AccountOffice.isDone(office.signIn("huang", AccountOffice.PASSWORD, null), "session"))
                .isTrue();
        assertThat(office.ask(token, "{ me { account { name } } }").code()).isEqualTo("TOKEN_REVOKED");
    }

    @Test
    void resetsAPassword() {
        var password = change("resetPassword", 1).text("done.initialPassword");

        assertThat(AccountOffice.isDone(office.signIn("huang", AccountOffice.PASSWORD, null), "session"))
                .isFalse();
        assertThat(office.signIn("huang", password, null).text("done.session.restriction"))
                .isEqualTo("PASSWORD_CHANGE_REQUIRED");
    }

    @Test
    void endsAllSessionsOfAnAccount() {
        var token = office.signIn("huang", AccountOffice.PASSWORD, null).text("done.session.accessToken");

        change("endSessions", 1);

        assertThat(office.ask(token, "{ me { restriction } }").code()).isEqualTo("TOKEN_REVOKED");
    }

    @Test
    void refusesAStaleVersionAndAnUnknownAccount() {
        change("endSessions", 1);

        var stale = change("endSessions", 1);
        huang = UUID.randomUUID();

        assertThat(stale.number("done.refusal.current")).isEqualTo(2);
        assertThat(problems(change("endSessions", 1))).containsExactly("accountId UNKNOWN");
    }

    @Test
    void grantsARoleThatCountsAtOnceAndEndsIt() {
        var token = office.signIn("huang", AccountOffice.PASSWORD, null).text("done.session.accessToken");
        var me = "{ me { roles { role grid { name } } } }";

        var granted = grant("GRID_LEADER", "gridId: \"%s\"".formatted(Town.WILLOW_ONE.id()), 1);

        assertThat(office.ask(token, me).texts("me.roles[*].grid.name")).containsExactly("柳一格");
        var ended = endGrant(granted.text("done.account.grants[0].id"), 2);
        assertThat(ended.text("done.account.grants[0].endReason")).isEqualTo("ends");
        assertThat(office.ask(token, me).list("me.roles", Map.class)).isEmpty();
    }

    @Test
    void keepsAdministratorsApart() {
        grant("GRID_LEADER", "gridId: \"%s\"".formatted(Town.WILLOW_ONE.id()), 1);

        var apart = grant("AUDITOR", "", 2);

        assertThat(apart.texts("done.refusal.held")).containsExactly("GRID_LEADER");
        huang = office.account("lin");
        grant("SYSTEM_ADMIN", "", 1);
        assertThat(grant("SECURITY_ADMIN", "", 2).texts("done.refusal.held")).containsExactly("SYSTEM_ADMIN");
        assertThat(grant("INTAKE", "", 2).texts("done.refusal.held")).containsExactly("SYSTEM_ADMIN");
        huang = TownAccount.LI.uuid();
        assertThat(grant("AUDITOR", "", 1).texts("done.refusal.held")).containsExactly("MEMBER");
    }

    @Test
    void grantsNoWorkToAnAccountThatOnlyAPhoneIsKnownOf() {
        huang = TownAccount.NEWCOMER.uuid();
        var grid = "gridId: \"%s\"".formatted(Town.WILLOW_ONE.id());

        assertThat(grant("GRID_LEADER", grid, 1).texts("done.refusal.held")).containsExactly("RESIDENT");
        assertThat(grant("INTAKE", grid, 1).texts("done.refusal.held")).containsExactly("RESIDENT");
    }

    @Test
    void grantsNobodyTheResidentsOfEverywhere() {
        assertThat(problems(grant("COMMUNITY_LEADER", "", 1))).containsExactly("gridId REQUIRED");
        assertThat(problems(grant("COMMUNITY_DOCTOR", "", 1))).containsExactly("gridId REQUIRED");
        assertThat(problems(grant("DUTY_COMMANDER", "", 1))).containsExactly("gridId REQUIRED");
    }

    @Test
    void letsNobodyTakeOverAnAdministratorByANewPassword() {
        huang = TownAccount.SECURITY_ADMIN.uuid();
        assertThat(change("resetPassword", 1).texts("done.refusal.held")).containsExactly("SECURITY_ADMIN");
        huang = TownAccount.AUDITOR.uuid();
        assertThat(change("resetPassword", 1).texts("done.refusal.held")).containsExactly("AUDITOR");
        assertThat(refusal(change("disableAccount", 1))).isEqualTo("LastAdministrator");
    }

    @Test
    void letsNobodyGrantToThemselves() {
        huang = TownAccount.SECURITY_ADMIN.uuid();

        assertThat(refusal(grant("AUDITOR", "", 1))).isEqualTo("Oneself");
    }

    @Test
    void keepsTheLastAdministrators() {
        huang = TownAccount.SECURITY_ADMIN.uuid();
        assertThat(refusal(change("disableAccount", 1))).isEqualTo("LastAdministrator");
        huang = TownAccount.SYSTEM_ADMIN.uuid();
        var id = office.rows("select id from account_grant where account_id = '%s'".formatted(huang))
                .getFirst();
        assertThat(refusal(endGrant(GlobalId.encode("grant", UUID.fromString(id)), 1)))
                .isEqualTo("LastAdministrator");

        huang = office.account("second");
        office.grant(huang, "SECURITY_ADMIN");
        assertThat(change("disableAccount", 1).text("done.account.disabledAt")).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "role: RESIDENT, role UNKNOWN",
        "'role: INTAKE fromAt: \"2026-01-02T00:00:00Z\" toAt: \"2026-01-01T00:00:00Z\"', toAt NOT_IN_ORDER"
    })
    void refusesGrantsThatAreNone(String fields, String problem) {
        assertThat(problems(grantOf(fields, "why", 1))).containsExactly(problem);
        assertThat(problems(grantOf("role: INTAKE", " ", 1))).containsExactly("reason REQUIRED");
    }

    @Test
    void unlocks() {
        for (int n = 0; n < 6; n++) {
            office.signIn("huang", "guess", null);
        }

        as(TownAccount.SECURITY_ADMIN, "unlockAccount", 1);

        assertThat(AccountOffice.isDone(office.signIn("huang", AccountOffice.PASSWORD, null), "session"))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = TownAccount.class,
            names = {"EVERYTHING", "LEADER", "AUDITOR", "SECURITY_ADMIN", "ZHANG_WEI"})
    void letsNobodyElseAdministerAccounts(TownAccount somebody) {
        assertThat(as(somebody, "disableAccount", 1).code()).isEqualTo("NOT_PERMITTED");
        assertThat(as(somebody, "resetPassword", 1).code()).isEqualTo("NOT_PERMITTED");
    }

    @Test
    void showsTheLogToTheAuditorOnly() {
        office.signIn("huang", "guess", null);
        change("endSessions", 1);
        var query = """
                { signIns: signInLog(first: 1) { nodes { act outcome accountId } total { amount } }
                  admin: adminLog { nodes { act actor outcome } } }""";

        var log = graph.as(TownAccount.AUDITOR).ask(query);

        assertThat(log.texts("signIns.nodes[*].outcome")).containsExactly("CREDENTIALS_REJECTED");
        assertThat(log.texts("signIns.nodes[*].accountId")).containsExactly(new AccountId(huang).toString());
        assertThat(log.texts("admin.nodes[*].act")).containsExactly("END_SESSIONS");
        assertThat(log.texts("admin.nodes[*].actor")).containsExactly(TownAccount.SYSTEM_ADMIN.actor());
        assertThat(graph.as(TownAccount.SYSTEM_ADMIN).ask(query).errors()).hasSize(2);
        assertThat(graph.ask("{ accounts { nodes { id } } }").code()).isEqualTo("NOT_PERMITTED");
    }

    @Test
    void listsAccountsAndFindsOne() {
        var admin = graph.as(TownAccount.SYSTEM_ADMIN);

        assertThat(admin.ask("{ accounts(filter: {role: AUDITOR}) { nodes { name } } }")
                        .texts("accounts.nodes[*].name"))
                .containsExactly("auditor");
        assertThat(admin.ask("{ account(by: {name: \"HUANG\"}) { kind version grants { role } } }")
                        .text("account.kind"))
                .isEqualTo("STAFF");
        assertThat(admin.ask("{ account(by: {name: \"nobody\"}) { kind } }").code())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    void endsOneOfMySessions() {
        var token = office.signIn("huang", AccountOffice.PASSWORD, null).text("done.session.accessToken");
        var other = office.signIn("huang", AccountOffice.PASSWORD, null).text("done.session.accessToken");
        var sessions = office.ask(token, "{ me { sessions { id isCurrent } } }");

        var id = sessions.list("me.sessions", Map.class).stream()
                .filter(session -> Boolean.FALSE.equals(session.get("isCurrent")))
                .map(session -> session.get("id"))
                .findFirst()
                .orElseThrow();
        var ended = office.ask(
                token, "mutation { done: endSession(input: {sessionId: \"%s\"}) { endedCount } }".formatted(id));

        assertThat(ended.number("done.endedCount")).isEqualTo(1);
        assertThat(office.ask(other, "{ me { restriction } }").code()).isEqualTo("TOKEN_REVOKED");
        assertThat(office.ask(token, "mutation { done: signOut(input: {everywhere: true}) { endedCount } }")
                        .number("done.endedCount"))
                .isEqualTo(1);
        assertThat(office.ask(token, "{ me { restriction } }").code()).isEqualTo("TOKEN_REVOKED");
        assertThat(graph.anonymous()
                        .ask("{ me { restriction } }")
                        .response()
                        .path("me")
                        .valueIsNull())
                .isNotNull();
    }

    private Answer create(UUID key, String name, String member) {
        return graph.as(TownAccount.SYSTEM_ADMIN)
                .ask("mutation { done: createAccount(input: {key: \"%s\", name: \"%s\" %s}) %s }"
                        .formatted(key, name, member == null ? "" : "memberId: \"" + member + "\"", PAYLOAD));
    }

    private Answer change(String command, int version) {
        return as(TownAccount.SYSTEM_ADMIN, command, version);
    }

    private Answer as(TownAccount somebody, String command, int version) {
        return graph.as(somebody)
                .ask("mutation { done: %s(input: {key: \"%s\", accountId: \"%s\", expectedVersion: %d}) %s }"
                        .formatted(command, UUID.randomUUID(), new AccountId(huang), version, PAYLOAD));
    }

    private Answer grant(String role, String more, int version) {
        return grantOf("role: " + role + " " + more, "for a test", version);
    }

    private Answer grantOf(String fields, String reason, int version) {
        return graph.as(TownAccount.SECURITY_ADMIN)
                .ask("""
                mutation { done: grantRole(input: {
                  key: "%s", accountId: "%s", expectedVersion: %d, reason: "%s", %s }) %s }""".formatted(UUID.randomUUID(), new AccountId(huang), version, reason, fields, PAYLOAD));
    }

    private Answer endGrant(String grant, int version) {
        return graph.as(TownAccount.SECURITY_ADMIN)
                .ask("""
                mutation { done: endGrant(input: {
                  key: "%s", accountId: "%s", expectedVersion: %d, grantId: "%s", reason: "ends" }) %s }""".formatted(UUID.randomUUID(), new AccountId(huang), version, grant, PAYLOAD));
    }

    private static String refusal(Answer answer) {
        return answer.text("done.refusal.__typename");
    }

    private static List<String> problems(Answer answer) {
        return answer.list("done.refusal.problems", Map.class).stream()
                .map(problem -> problem.get("path") + " " + problem.get("code"))
                .toList();
    }
}
