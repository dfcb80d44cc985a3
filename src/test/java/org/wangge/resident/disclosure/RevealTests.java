package org.wangge.resident.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.graphql.GlobalId;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import org.wangge.resident.DisclosurePurpose;
import org.wangge.resident.ResidentId;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPapers;
import org.wangge.town.TownThing;
import org.wangge.town.TownViewers;
import reactor.core.publisher.Mono;

/// Who sees personal values in clear, and what stays of it.
@DisclosureTest
class RevealTests {
    private static final List<PersonalField> ALL = List.of(PersonalField.values());

    @Autowired
    Graph graph;

    @Autowired
    RevealService reveals;

    @Test
    void showsWhatIsAskedForAndNotesIt() {
        var issue = reported(graph);
        var answer =
                graph.ask("""
                mutation($id: ID!, $issue: ID!) { done: revealResident(input: {
                    key: "%s", residentId: $id, fields: [PHONE, NAME, ID_DOCUMENT], purpose: ISSUE,
                    note: "核对报修人电话", for: $issue }) {
                  values { field value { display value visibility policy } }
                  disclosure { kind role fields purpose note serves residentId day n hash accountId memberId }
                  refusal { code } replayed } }""".formatted(UUID.randomUUID()), Map.of("id", TownHomes.ZHANG_WEI.id(), "issue", issue));

        assertThat(answer.texts("done.values[*].field")).containsExactly("NAME", "ID_DOCUMENT", "PHONE");
        assertThat(answer.texts("done.values[*].value.value"))
                .containsExactly("张伟", TownPapers.idDocumentOf(TownHomes.ZHANG_WEI), "10000000001");
        assertThat(answer.texts("done.values[*].value.visibility")).containsOnly("FULL");
        assertThat(answer.text("done.disclosure.purpose")).isEqualTo("ISSUE");
        assertThat(answer.text("done.disclosure.kind")).isEqualTo("REVEAL");
        assertThat(answer.text("done.disclosure.serves")).isEqualTo(issue);
        assertThat(answer.text("done.disclosure.residentId")).isEqualTo(TownHomes.ZHANG_WEI.id());
        assertThat(answer.texts("done.disclosure.fields")).containsExactly("NAME", "ID_DOCUMENT", "PHONE");
    }

    @ParameterizedTest
    @CsvSource({
        "WILLOW, GRID_MEMBER, VISIT, true",
        "BRIDGE, GRID_MEMBER, VISIT, false",
        "BRIDGE, GRID_MEMBER, EMERGENCY, false",
        "WILLOW, GRID_MEMBER, OWN_RECORD, false",
        "WILLOW, GRID_INSTRUCTOR, VISIT, false",
        "WILLOW, COMMUNITY_DOCTOR, CARE, false",
        "STREET, DUTY_COMMANDER, EMERGENCY, true",
        "STREET, DUTY_COMMANDER, VISIT, false",
        "STREET, SYSTEM_ADMIN, EMERGENCY, false",
        "STREET, AUDITOR, OFFICIAL_REQUEST, false"
    })
    void showsZhangWeiToWhomTheMatrixAllows(String grid, Role role, DisclosurePurpose purpose, boolean isShown) {
        var viewer = TownViewers.in(
                grid.equals("WILLOW") ? Town.WILLOW : grid.equals("BRIDGE") ? Town.BRIDGE : Town.STREET, role);

        var revealed = reveals.reveal(input(TownHomes.ZHANG_WEI, purpose), viewer);

        if (isShown) {
            assertThat(Awaited.the(revealed).values()).hasSize(3);
        } else {
            assertThat(problem(revealed)).isEqualTo("residentId UNKNOWN");
        }
    }

    @Test
    void refusesToServeWhatIsNotThere() {
        for (var id : List.of(
                GlobalId.encode("issue", UUID.randomUUID()), Town.WILLOW.id(), TownHomes.ZHANG_WEI.id(), "issue_x")) {
            var refused = graph.as(TownAccount.WANG)
                    .ask("""
                    mutation($id: ID!, $for: ID!) { done: revealResident(input: { key: "%s", residentId: $id, fields: [PHONE],
                        purpose: ISSUE, note: "核对报修人电话", for: $for }) {
                      values { field } refusal { ... on InputRejected { problems { path code } } } } }""".formatted(UUID.randomUUID()), Map.of("id", TownHomes.ZHANG_WEI.id(), "for", id));

            assertThat(refused.texts("done.refusal.problems[*].path")).containsExactly("for");
            assertThat(refused.texts("done.refusal.problems[*].code")).containsExactly("UNKNOWN");
        }
    }

    private static String reported(Graph graph) {
        var input = Map.of(
                "key", UUID.randomUUID().toString(),
                "category", "NOISE",
                "description", "门口的路灯不亮了",
                "source", "PHONE",
                "gridId", Town.EAST_YARD.id());
        return graph.ask(
                        "mutation($input: ReportIssueInput!) { reportIssue(input: $input) { issue { id } } }",
                        Map.of("input", input))
                .text("reportIssue.issue.id");
    }

    @Test
    void showsADoctorOnlyThoseInNeedOfCare() {
        var doctor = TownViewers.in(Town.BRIDGE, Role.COMMUNITY_DOCTOR);

        assertThat(Awaited.the(reveals.reveal(input(TownHomes.CHEN_DASHAN, DisclosurePurpose.CARE), doctor))
                        .values())
                .hasSize(3);
        assertThat(problem(reveals.reveal(input(TownHomes.AYGUL, DisclosurePurpose.CARE), doctor)))
                .isEqualTo("residentId UNKNOWN");
    }

    @Test
    void answersOutOfReachLikeNobody() {
        var viewer = TownViewers.in(Town.BRIDGE, Role.GRID_LEADER);
        var nobody = new TownThing("resident", 9, 999);

        assertThat(problem(reveals.reveal(input(TownHomes.ZHANG_WEI, DisclosurePurpose.VISIT), viewer)))
                .isEqualTo(problem(reveals.reveal(input(nobody, DisclosurePurpose.VISIT), viewer)));
        assertThat(Tables.number(graph.database(), looksOf(viewer))).isZero();
    }

    @Test
    void showsAResidentTheirOwnRecordAndNoOther() {
        var zhang = TownViewers.resident(TownHomes.ZHANG_WEI);

        var own = Awaited.the(reveals.reveal(input(TownHomes.ZHANG_WEI, DisclosurePurpose.OWN_RECORD), zhang));

        assertThat(own.values())
                .extracting(one -> String.valueOf(one.value()))
                .first()
                .isEqualTo("张*");
        assertThat(own.disclosure()).isNotNull().extracting(Disclosure::kind).isEqualTo(DisclosureKind.OWN);
        assertThat(problem(reveals.reveal(input(TownHomes.LI_NA, DisclosurePurpose.VISIT), zhang)))
                .isEqualTo("residentId UNKNOWN");
    }

    @Test
    void refusesWithoutAReasonOrTheIssueItIsFor() {
        var viewer = TownViewers.in(Town.WILLOW, Role.GRID_MEMBER);
        var input = new RevealResidentInput(
                UUID.randomUUID(),
                new ResidentId(TownHomes.ZHANG_WEI.uuid()),
                List.of(),
                DisclosurePurpose.ISSUE,
                "电话",
                null);

        assertThat(problem(Mono.defer(() -> reveals.reveal(input, viewer))))
                .isEqualTo("note TOO_SHORT, fields REQUIRED, for REQUIRED");
    }

    @Test
    void needsSomebodyWhoIsSignedIn() {
        assertThatThrownBy(() -> reveals.reveal(input(TownHomes.ZHANG_WEI, DisclosurePurpose.VISIT), Viewer.ANONYMOUS))
                .hasMessage("SIGN_IN_REQUIRED");
    }

    @Test
    void showsAgainWithoutNotingAgainAndOnlyWhileTheRightLasts() {
        var viewer = TownViewers.in(Town.WILLOW, Role.GRID_MEMBER);
        var input = input(TownHomes.ZHANG_WEI, DisclosurePurpose.VISIT);
        var first = Awaited.the(reveals.reveal(input, viewer));

        var again = Awaited.the(reveals.reveal(input, viewer));
        var elsewhere = new Viewer(
                viewer.actor(),
                viewer.accountId(),
                null,
                null,
                null,
                TownViewers.in(Town.BRIDGE, Role.GRID_MEMBER).grants(),
                null);

        assertThat(again.replayed()).isTrue();
        assertThat(again.values()).isEqualTo(first.values());
        assertThat(again.disclosure()).isEqualTo(first.disclosure());
        assertThat(Tables.number(graph.database(), looksOf(viewer))).isOne();
        assertThat(problem(reveals.reveal(input, elsewhere))).isEqualTo("residentId UNKNOWN");
    }

    @Test
    void showsNothingWhenItCannotBeNoted() {
        var viewer = TownViewers.in(Town.WILLOW, Role.GRID_MEMBER);
        var refusing = """
                create function no_note() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$;
                create trigger no_note before insert on disclosure for each row
                when (new.account_id = '%s') execute function no_note()""".formatted(viewer.accountId());
        TestPostgres.execute(graph.database(), refusing);

        assertThatThrownBy(
                        () -> Awaited.the(reveals.reveal(input(TownHomes.ZHANG_WEI, DisclosurePurpose.VISIT), viewer)))
                .isInstanceOf(AssertionError.class)
                .hasMessageNotContaining("10000000001");
        TestPostgres.execute(graph.database(), "drop trigger no_note on disclosure; drop function no_note");
    }

    @Test
    void leavesNoValueInTheDatabaseButInItsCell() {
        var viewer = TownViewers.in(Town.WILLOW, Role.GRID_MEMBER);
        Awaited.the(reveals.reveal(input(TownHomes.LI_NA, DisclosurePurpose.VISIT), viewer));

        for (var table : List.of("command", "event", "disclosure", "disclosure_chain", "resident")) {
            assertThat(Tables.texts(graph.database(), "select t::text from " + table + " t"))
                    .noneMatch(row -> row.contains("10000000002")
                            || row.contains(TownPapers.idDocumentOf(TownHomes.LI_NA))
                            || row.contains("李娜"));
        }
    }

    static RevealResidentInput input(TownThing resident, DisclosurePurpose purpose) {
        return new RevealResidentInput(
                UUID.randomUUID(), new ResidentId(resident.uuid()), ALL, purpose, "上门核对信息", null);
    }

    static String problem(Mono<?> refused) {
        return Awaited.the(
                refused.map(String::valueOf).onErrorResume(Refused.class, thrown -> Mono.just(text(thrown.refusal()))));
    }

    private static String text(Refusal refusal) {
        return refusal instanceof Refusal.InputRejected rejected
                ? String.join(
                        ", ",
                        rejected.problems().stream()
                                .map(one -> one.path() + " " + one.code())
                                .toList())
                : refusal.code().name();
    }

    private static String looksOf(Viewer viewer) {
        return "select count(*) from disclosure where account_id = '" + viewer.accountId() + "'";
    }
}
