package org.wangge.issue.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.Answer;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Town;
import org.wangge.town.TownGrid;

/// Each figure by its formula, on a few rows made by hand, in March 2026.
@ApiTest
@TestPropertySource(properties = "test.town=statistics")
class StatisticsTests {
    private static final String ASK = """
            query($id: ID!, $from: Date!, $to: Date!) { issueStatistics(within: $id, from: $from, to: $to) {
              grid { name } from to
              figures { reported accepted dueToClose closed movedAway movedHere
                validReportRate { ...r } closeRate { ...r } onTimeCloseRate { ...r } dispatchAccuracy { ...r }
                reworkRate { ...r } overdueRate { ...r } duplicateRate { ...r } reopenRate { ...r } responseRate { ...r }
                resolutionRate { ...r } satisfactionRate { ...r } proactiveRate { ...r } ledgerFreshness { ...r }
                staffedGridRate { ...r } fiveSeesRate { ...r }
                handling { count active { mean p50 p90 } elapsed { mean p50 p90 } }
                unanswered { closedWithoutReply overdueUnreplied } }
              breakdown { byCategory { category { code } count } bySource { source count } byStatus { status count }
                byUrgency { urgency count } } } }
            fragment r on Rate { numerator denominator share isSuppressed }""";

    @Autowired
    Graph graph;

    private CaseRows rows;

    @BeforeEach
    void withoutIssues() {
        rows = new CaseRows(graph.database());
        rows.clear();
    }

    @Test
    void countsWhatWasReportedAndFoundByStaffAndMerged() {
        var first = rows.reported(Town.EAST_YARD, "2026-03-01 00:00", "INCIDENT", "GRID_PATROL");
        rows.reported(Town.WEST_YARD, "2026-03-31 23:59", "DEMAND", "IOT_SENSOR")
                .mergedInto(first);
        rows.reported(Town.EAST_YARD, "2026-03-10", "DEMAND", "HOTLINE_12345");
        rows.reported(Town.EAST_YARD, "2026-03-10", "DEMAND", "RESIDENT_APP").mergedInto(first);
        rows.reported(Town.EAST_YARD, "2026-02-28 23:59", "INCIDENT", "GRID_PATROL");
        rows.reported(Town.EAST_YARD, "2026-04-01 00:00", "INCIDENT", "GRID_PATROL");
        rows.reported(Town.BRIDGE_YARD, "2026-03-10");

        var found = march(Town.WILLOW);

        assertThat(found.number("issueStatistics.figures.reported")).isEqualTo(4);
        assertRate(found, "proactiveRate", 2, 4);
        assertRate(found, "duplicateRate", 2, 4);
        assertThat(found.text("issueStatistics.grid.name")).isEqualTo("柳村");
        assertThat(found.text("issueStatistics.to")).isEqualTo("2026-04-01");
    }

    @Test
    void countsWholesWithoutTheirParts() {
        var whole = rows.reported(Town.EAST_YARD, "2026-03-02", "INCIDENT", "GRID_PATROL")
                .accepted("2026-03-02");
        rows.reported(Town.EAST_YARD, "2026-03-02", "INCIDENT", "GRID_PATROL")
                .accepted("2026-03-02")
                .partOf(whole);
        rows.reported(Town.EAST_YARD, "2026-03-02", "INCIDENT", "GRID_PATROL")
                .accepted("2026-03-02")
                .movedTo(Town.WEST_YARD)
                .partOf(whole);

        var found = march(Town.WILLOW);

        assertThat(found.number("issueStatistics.figures.reported")).isEqualTo(1);
        assertThat(found.number("issueStatistics.figures.accepted")).isEqualTo(1);
        assertThat(found.number("issueStatistics.figures.movedAway")).isZero();
        assertRate(found, "proactiveRate", 1, 1);
        assertThat(found.texts("issueStatistics.breakdown.bySource[*].count")).containsExactly("1");
    }

    @Test
    void countsWhatWasAcceptedAndRejectedButNotWhatWasMerged() {
        var first = rows.reported(Town.EAST_YARD, "2026-02-27").accepted("2026-03-02");
        rows.reported(Town.EAST_YARD, "2026-03-02").accepted("2026-03-02");
        rows.reported(Town.EAST_YARD, "2026-03-02").accepted("2026-03-02").mergedInto(first);
        rows.reported(Town.EAST_YARD, "2026-03-02").accepted("2026-02-28");
        rows.reported(Town.EAST_YARD, "2026-03-02").is("REJECTED").move("REJECT", "REJECTED", "2026-03-03");
        rows.reported(Town.EAST_YARD, "2026-03-02")
                .move("REJECT", "REJECTED", "2026-03-03")
                .move("OBJECT_REJECTION", "REPORTED", "2026-03-04")
                .accepted("2026-03-05");
        rows.reported(Town.EAST_YARD, "2026-03-02").is("REJECTED").move("REJECT", "REJECTED", "2026-04-01");

        var found = march(Town.STREET);

        assertThat(found.number("issueStatistics.figures.accepted")).isEqualTo(3);
        assertRate(found, "validReportRate", 3, 4);
    }

    @Test
    void countsWhatWasDueAndClosedAndLate() {
        due("2026-03-02", "2026-03-09", "met_at = '2026-03-04 16:00+08'").move("CLOSE", "CLOSED", "2026-03-05");
        due("2026-03-02", "2026-03-09", "met_at = '2026-03-09 09:00+08'").move("CLOSE", "CLOSED", "2026-04-05");
        due("2026-03-02", "2026-03-09", "met_at = '2026-03-09 09:01+08'").move("CLOSE", "CLOSED", "2026-03-12");
        due("2026-03-02", "2026-03-09", "met_at = '2026-03-10 09:00+08', breached_at = '2026-03-09 09:00+08'")
                .is("HANDLED");
        due("2026-02-22", "2026-03-01 00:00", "").is("IN_PROGRESS");
        due("2026-03-02", "2026-04-01 00:00", "");
        due("2026-02-02", "2026-02-28", "");
        due("2026-03-02", "2026-03-09", "paused_since = '2026-03-08 09:00+08'").is("SUSPENDED");
        due("2026-03-02", "2026-03-09", "cancelled_at = '2026-03-08 09:00+08'").is("WITHDRAWN");
        due("2026-03-02", "2026-03-09", "cancelled_at = '2026-03-11 09:00+08'")
                .mergedInto(due("2026-05-02", "2026-05-09", ""));

        var found = march(Town.EAST_YARD);

        assertThat(found.number("issueStatistics.figures.dueToClose")).isEqualTo(5);
        assertThat(found.number("issueStatistics.figures.closed")).isEqualTo(3);
        assertRate(found, "closeRate", 3, 5);
        assertRate(found, "onTimeCloseRate", 2, 5);
        assertRate(found, "overdueRate", 3, 5);
    }

    @Test
    void countsTheLastClockOfARoundAndEachRoundByItself() {
        var twice = due("2026-02-20", "2026-02-27", "met_at = '2026-02-26 09:00+08'")
                .clock("HANDLE", "2026-03-06", "2026-03-20", "met_at = '2026-03-21 09:00+08'")
                .move("CLOSE", "CLOSED", "2026-03-22");
        twice.nextRound().clock("HANDLE", "2026-03-23", "2026-03-30", "met_at = '2026-03-24 09:00+08'");

        var found = march(Town.EAST_YARD);

        assertRate(found, "closeRate", 1, 2);
        assertRate(found, "overdueRate", 1, 2);
    }

    @Test
    void countsDispatchesThatWereReturnedWithRightAgainstTheCentre() {
        rows.reported(Town.EAST_YARD, "2026-03-02").dispatched("2026-03-02", "null");
        rows.reported(Town.EAST_YARD, "2026-03-02").dispatched("2026-03-02", "'OVERRULED'");
        rows.reported(Town.EAST_YARD, "2026-03-02")
                .dispatched("2026-03-02", "'UPHELD'")
                .dispatched("2026-03-03", "null");
        rows.reported(Town.EAST_YARD, "2026-03-02").dispatched("2026-04-02", "'UPHELD'");
        rows.reported(Town.EAST_YARD, "2026-03-02")
                .dispatched("2026-03-02", "'UPHELD'")
                .order("is_lead = false");
        rows.reported(Town.EAST_YARD, "2026-03-02")
                .dispatched("2026-03-02", "null")
                .order("dispatched_by = 'member:' || member_id");

        assertRate(march(Town.STREET), "dispatchAccuracy", 3, 4);
    }

    @Test
    void countsRoundsThatWereSentBackOnce() {
        rows.reported(Town.EAST_YARD, "2026-03-02")
                .move("SUBMIT_RESULT", "HANDLED", "2026-03-03")
                .move("VERIFY", "IN_PROGRESS", "2026-03-04")
                .move("SUBMIT_RESULT", "HANDLED", "2026-03-05")
                .move("VERIFY", "IN_PROGRESS", "2026-03-06");
        rows.reported(Town.EAST_YARD, "2026-03-02")
                .move("SUBMIT_RESULT", "HANDLED", "2026-03-03")
                .move("VERIFY", "HANDLED", "2026-03-04");
        rows.reported(Town.EAST_YARD, "2026-03-02").move("SUBMIT_RESULT", "HANDLED", "2026-02-03");

        assertRate(march(Town.STREET), "reworkRate", 1, 2);
    }

    @Test
    void countsClosingsThatWereOpenedAgainAndThoseWithAWaiver() {
        closed("DEMAND", "CLOSE").nextRound().move("CLOSE", "CLOSED", "2026-03-20");
        closed("HAZARD", "CLOSE").waived("SCENE").waived("PERSON");
        closed("CONSULTATION", "CLOSE");
        closed("DEMAND", "ANSWER_DIRECTLY");
        rows.reported(Town.EAST_YARD, "2026-03-02").move("RATE", "CLOSED", "2026-03-09");

        var found = march(Town.STREET);

        assertRate(found, "reopenRate", 1, 5);
        assertRate(found, "fiveSeesRate", 2, 3);
    }

    @Test
    void countsFirstContactsInTime() {
        contact("2026-03-03", "met_at = '2026-03-03 08:00+08'");
        contact("2026-03-03", "met_at = '2026-03-03 10:00+08', breached_at = '2026-03-03 09:00+08'");
        contact("2026-03-03", "cancelled_at = '2026-03-02 12:00+08'");
        contact("2026-03-03", "cancelled_at = '2026-03-05 12:00+08'");
        contact("2026-03-03", "");
        assertRate(march(Town.STREET), "responseRate", 1, 4, null);

        contact("2026-03-03", "met_at = '2026-03-03 09:00+08'");
        assertRate(march(Town.STREET), "responseRate", 2, 5);
    }

    @Test
    void countsOpinionsThatAreNotExcludedAndGivesNoRateOfFewerThanFive() {
        closed("DEMAND", "CLOSE").rated(5, true, "2026-03-10", "null");
        closed("DEMAND", "CLOSE").rated(3, false, "2026-03-01 00:00", "null");
        closed("DEMAND", "CLOSE").rated(2, true, "2026-03-10", "null");
        closed("DEMAND", "CLOSE").rated(1, false, "2026-03-10", "'second'");
        closed("DEMAND", "CLOSE").rated(1, false, "2026-04-01 00:00", "null");
        closed("DEMAND", "CLOSE").calledBack("SATISFIED", "2026-03-11");
        closed("DEMAND", "CLOSE").calledBack("DISSATISFIED", "2026-03-11");
        closed("DEMAND", "CLOSE").calledBack("DECLINED", "2026-03-11");
        closed("DEMAND", "CLOSE").calledBack("SATISFIED", "2026-03-11").rated(4, true, "2026-03-12", "null");

        var four = march(Town.STREET);
        closed("DEMAND", "CLOSE").rated(4, true, "2026-03-10", "null");
        var five = march(Town.STREET);

        assertRate(four, "satisfactionRate", 3, 4, null);
        assertRate(four, "resolutionRate", 4, 6);
        assertRate(five, "satisfactionRate", 4, 5);
    }

    @Test
    void measuresHowLongHandlingTookWithAndWithoutTheTimeItStoodStill() {
        due("2026-03-02", "2026-03-30", "met_at = '2026-03-03 09:00+08'");
        due("2026-03-02", "2026-03-30", "met_at = '2026-03-05 09:00+08', paused_ms = 86400000");
        due("2026-03-02", "2026-03-30", "met_at = '2026-03-12 09:00+08'");
        due("2026-03-02", "2026-03-30", "met_at = '2026-04-12 09:00+08'");

        var found = march(Town.STREET);

        var handling = "issueStatistics.figures.handling.";
        assertThat(found.number(handling + "count")).isEqualTo(3);
        assertThat(found.text(handling + "active.mean")).isEqualTo("PT104H");
        assertThat(found.text(handling + "active.p50")).isEqualTo("PT48H");
        assertThat(found.text(handling + "active.p90")).isEqualTo("PT201H36M");
        assertThat(found.text(handling + "elapsed.mean")).isEqualTo("PT112H");
        assertThat(found.text(handling + "elapsed.p50")).isEqualTo("PT72H");
        assertThat(march(Town.BRIDGE).isNull(handling + "active")).isTrue();
    }

    @Test
    void namesWhatNobodyWasAnsweredAbout() {
        closed("DEMAND", "CLOSE").is("CLOSED").replied("2026-03-04");
        closed("DEMAND", "CLOSE").is("EVALUATED");
        rows.reported(Town.EAST_YARD, "2026-03-02").is("REJECTED");
        closed("DEMAND", "CLOSE").replied("2026-03-04").is("CLOSED").nextRound();
        due("2026-03-02", "2026-03-09", "breached_at = '2026-03-09 09:00+08'").is("IN_PROGRESS");
        due("2026-03-02", "2026-03-09", "").is("IN_PROGRESS");
        due("2026-03-02", "2099-03-09", "").is("IN_PROGRESS");
        due("2026-03-02", "2026-03-09", "").is("HANDLED").replied("2026-03-10");

        var found = march(Town.STREET);

        assertThat(found.number("issueStatistics.figures.unanswered.closedWithoutReply"))
                .isEqualTo(3);
        assertThat(found.number("issueStatistics.figures.unanswered.overdueUnreplied"))
                .isEqualTo(2);
    }

    @Test
    void countsAnIssueForTheGridItWasReportedInAndShowsMovesApart() {
        rows.reported(Town.EAST_YARD, "2026-03-02").movedTo(Town.BRIDGE_YARD);
        rows.reported(Town.EAST_YARD, "2026-03-02");

        var willow = march(Town.WILLOW);
        var bridge = march(Town.BRIDGE);

        assertThat(willow.number("issueStatistics.figures.reported")).isEqualTo(2);
        assertThat(willow.number("issueStatistics.figures.movedAway")).isEqualTo(1);
        assertThat(willow.number("issueStatistics.figures.movedHere")).isZero();
        assertThat(bridge.number("issueStatistics.figures.reported")).isZero();
        assertThat(bridge.number("issueStatistics.figures.movedHere")).isEqualTo(1);
    }

    @Test
    void knowsTheStaffOfThePeriodAndTheLedgerOfToday() {
        assertRate(march(Town.STREET), "staffedGridRate", 2, 3);
        assertRate(march(Town.WILLOW_TWO), "staffedGridRate", 0, 1);
        assertRate(ask(Town.STREET, "2024-03-01", "2024-04-01"), "staffedGridRate", 0, 3);

        var residents = march(Town.EAST_YARD).number("issueStatistics.figures.ledgerFreshness.denominator");
        assertThat(residents).isEqualTo(5);
    }

    @Test
    void breaksDownWhatWasReportedByWhatItWas() {
        rows.reported(Town.EAST_YARD, "2026-03-02", "DEMAND", "PHONE").is("ACCEPTED");
        rows.reported(Town.EAST_YARD, "2026-03-02", "DEMAND", "PHONE").set("urgency = 'URGENT'");
        rows.reported(Town.EAST_YARD, "2026-03-02", "DEMAND", "MEETING")
                .set("category_id = (select id from issue_category where code = 'WASTE')");
        rows.reported(Town.BRIDGE_YARD, "2026-03-02");

        var found = march(Town.WILLOW);

        var breakdown = "issueStatistics.breakdown.";
        assertThat(found.texts(breakdown + "byCategory[*].category.code")).containsExactly("NOISE", "WASTE");
        assertThat(found.list(breakdown + "byCategory[*].count", Integer.class)).containsExactly(2, 1);
        assertThat(found.texts(breakdown + "bySource[*].source")).containsExactly("PHONE", "MEETING");
        assertThat(found.texts(breakdown + "byStatus[*].status")).containsExactly("REPORTED", "ACCEPTED");
        assertThat(found.texts(breakdown + "byUrgency[*].urgency")).containsExactly("NORMAL", "URGENT");
    }

    @Test
    void aShareOfNothingIsNoShare() {
        var found = march(Town.BRIDGE);

        for (var rate : new String[] {"closeRate", "validReportRate", "satisfactionRate", "proactiveRate"}) {
            assertRate(found, rate, 0, 0, null);
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01, 2026-03-01, INVALID_RANGE", "2026-03-02, 2026-03-01, INVALID_RANGE"})
    void aPeriodHasADay(String from, String to, String code) {
        assertThat(ask(Town.STREET, from, to).code()).isEqualTo(code);
    }

    @Test
    void aGridThatIsNotThereHasNoFigures() {
        assertThat(graph.ask(ASK, Map.of("id", "grid_AAAAAAAAcAGAAAAAACcQAQ", "from", "2026-03-01", "to", "2026-04-01"))
                        .code())
                .isEqualTo("NOT_FOUND");
    }

    private CaseRows.Case due(String started, String due, String more) {
        var merged = rows.reported(Town.EAST_YARD, "2026-02-01").accepted(started);
        return merged.clock("HANDLE", started, due, more);
    }

    private void contact(String due, String more) {
        rows.reported(Town.EAST_YARD, "2026-03-01").accepted("2026-03-01").clock("CONTACT", "2026-03-01", due, more);
    }

    private CaseRows.Case closed(String type, String move) {
        return rows.reported(Town.EAST_YARD, "2026-03-01", type, "PHONE").move(move, "CLOSED", "2026-03-09");
    }

    private Answer march(TownGrid grid) {
        return ask(grid, "2026-03-01", "2026-04-01");
    }

    private Answer ask(TownGrid grid, String from, String to) {
        rows.write();
        return graph.ask(ASK, Map.of("id", grid.id(), "from", from, "to", to));
    }

    private static void assertRate(Answer found, String name, int numerator, int denominator) {
        assertRate(found, name, numerator, denominator, (double) numerator / denominator);
    }

    private static void assertRate(Answer found, String name, int numerator, int denominator, @Nullable Double rate) {
        var path = "issueStatistics.figures." + name;
        assertThat(found.number(path + ".numerator")).as(name).isEqualTo(numerator);
        assertThat(found.number(path + ".denominator")).as(name).isEqualTo(denominator);
        if (rate == null) {
            assertThat(found.isNull(path + ".share")).as(name).isTrue();
        } else {
            assertThat(found.get(path + ".share", Double.class)).as(name).isCloseTo(rate, within(1e-9));
        }
    }
}
