package org.wangge.issue.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.issue.clock.ClockDesk.at;
import static org.wangge.issue.clock.ClockDesk.done;
import static org.wangge.issue.clock.ClockDesk.told;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.issue.Issue;
import org.wangge.kept.KeptTables;
import org.wangge.town.Answer;
import org.wangge.town.Graph;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;

/// A subdistrict's own policies and days, and what becomes of the issues that are open.
@ClockTest
class ClockRuleTests {
    private static final String POLICY = """
            mutation($input: ChangeSlaPolicyInput!) {
              changeSlaPolicy(input: $input) {
                policy { isOwn point urgency days minutes version isActive }
                refusal { code ... on StaleVersion { current } ... on InputRejected { problems { path code } } }
                replayed
              }
            }""";
    private static final String DAY = """
            mutation($input: ChangeWorkDayInput!) {
              changeWorkDay(input: $input) {
                day { day isWorking source holiday reason version }
                refusal { code ... on InputRejected { problems { path code } } }
              }
            }""";

    @Autowired
    ClockDesk desk;

    @Autowired
    Clocks clocks;

    @Autowired
    ChangeScan changes;

    @Autowired
    Graph graph;

    @Autowired
    KeptTables kept;

    @AfterEach
    void asBefore() {
        TestPostgres.execute(graph.database(), """
                update issue_clock set policy_id = (select id from sla_policy where grid_key is null limit 1);
                delete from sla_policy where grid_key is not null;
                delete from work_day;
                update clock_change set done_at = now() where done_at is null""");
        done(kept.lookAgain());
    }

    @Test
    void reckonOpenIssuesAnewWhenAPolicyChanges() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.HANDLE, "2026-03-02 09:40");
        desk.pause(issue, DuePoint.HANDLE, "2026-03-02 10:00");
        desk.resume(issue, DuePoint.HANDLE, "2026-03-02 11:00");

        changePolicy(policy(0, "HANDLE", 8), "policy.version");
        carryOut("2026-03-03 09:00");

        var clock = desk.clock(issue, DuePoint.HANDLE);
        assertThat(told(clock.dueAt())).isEqualTo("2026-03-12 10:40");
        assertThat(told(clock.originalDueAt())).isEqualTo("2026-03-12 09:40");
        assertThat(events(issue)).containsExactly("ISSUE_CLOCKS_CHANGED 1");
        assertThat(alarms(issue)).contains("DUE 2026-03-12 10:40", "PLUS_1 2026-03-13 10:40");
        carryOut("2026-03-03 09:05");
        assertThat(events(issue)).hasSize(1);
    }

    @Test
    void leaveWhatIsMissedMissedAndMakeNobodyLate() {
        var missed = desk.issue("NORMAL");
        desk.start(missed, DuePoint.SIGN, "2026-03-02 09:40");
        var nearlyLate = desk.issue("NORMAL");
        desk.start(nearlyLate, DuePoint.HANDLE, "2026-03-02 09:40");
        var ended = desk.issue("NORMAL");
        desk.start(ended, DuePoint.HANDLE, "2026-03-02 09:40");
        desk.meet(ended, DuePoint.HANDLE, "2026-03-05 09:40");

        changePolicy(policy(0, "SIGN", 9), "policy.version");
        changePolicy(policy(0, "HANDLE", 2), "policy.version");
        carryOut("2026-03-06 09:00");

        assertThat(desk.clock(missed, DuePoint.SIGN).breachedAt()).isEqualTo(at("2026-03-02 14:40"));
        assertThat(desk.clock(missed, DuePoint.SIGN).dueAt()).isEqualTo(at("2026-03-13 09:40"));
        assertThat(desk.clock(nearlyLate, DuePoint.HANDLE).dueAt()).isEqualTo(at("2026-03-09 09:40"));
        assertThat(desk.clock(nearlyLate, DuePoint.HANDLE).breachedAt()).isNull();
        assertThat(desk.clock(ended, DuePoint.HANDLE).dueAt()).isEqualTo(at("2026-03-09 09:40"));
        assertThat(events(ended)).isEmpty();
    }

    @Test
    void leaveWhatPeopleAgreedOn() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.HANDLE, "2026-03-02 09:40");
        done(clocks.postpone(issue.id(), 1, DuePoint.HANDLE, at("2026-03-11 17:00"), at("2026-03-03 09:00")));

        changePolicy(policy(0, "HANDLE", 20), "policy.version");
        carryOut("2026-03-03 10:00");

        assertThat(desk.clock(issue, DuePoint.HANDLE).dueAt()).isEqualTo(at("2026-03-11 17:00"));
        assertThat(events(issue)).isEmpty();
    }

    @Test
    void reckonOpenIssuesAnewWhenADayChanges() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.HANDLE, "2026-03-02 09:40");
        var emergency = desk.issue("EMERGENCY");
        desk.start(emergency, DuePoint.HANDLE, "2026-03-04 09:40");

        var answer = changeDay(day(0, "2026-03-04", false));
        carryOut("2026-03-03 09:00");

        assertThat(answer.text("changeWorkDay.day.source")).isEqualTo("SUBDISTRICT");
        assertThat(told(desk.clock(issue, DuePoint.HANDLE).dueAt())).isEqualTo("2026-03-10 09:40");
        assertThat(events(issue)).containsExactly("ISSUE_CLOCKS_CHANGED 1");
        assertThat(events(emergency)).isEmpty();
        changeDay(day(1, "2026-03-04", null));
        carryOut("2026-03-03 09:10");
        assertThat(told(desk.clock(issue, DuePoint.HANDLE).dueAt())).isEqualTo("2026-03-09 09:40");
    }

    @Test
    void reckonOpenIssuesAnewWhenTheNoticesOfANewerStartAreOthers() {
        var issue = desk.issue("NORMAL");
        desk.start(issue, DuePoint.HANDLE, "2026-03-02 09:40");
        TestPostgres.execute(graph.database(), """
                insert into calendar_known (fingerprint, known_at) values ('of before', now())
                on conflict (is_one) do update set fingerprint = 'of before';
                update issue_clock set due_at = due_at + interval '1 day' where issue_id = '%s'""".formatted(issue.uuid()));

        done(changes.noteCalendarOnce(at("2026-03-03 09:00")));
        carryOut("2026-03-03 09:00");

        assertThat(told(desk.clock(issue, DuePoint.HANDLE).dueAt())).isEqualTo("2026-03-09 09:40");
        assertThat(events(issue)).containsExactly("ISSUE_CLOCKS_CHANGED 1");
        done(changes.noteCalendarOnce(at("2026-03-03 09:00")));
        assertThat(Tables.number(graph.database(), "select count(*) from clock_change where done_at is null"))
                .isZero();
    }

    @Test
    void reckonMoreIssuesThanGoIntoOneTransaction() {
        var issues = java.util.stream.IntStream.range(0, 120)
                .mapToObj(i -> desk.issue("NORMAL"))
                .toList();
        issues.forEach(issue -> desk.start(issue, DuePoint.HANDLE, "2026-03-02 09:40"));

        changePolicy(policy(0, "HANDLE", 6), "policy.version");
        carryOut("2026-03-03 09:00");

        assertThat(issues).allSatisfy(issue -> assertThat(events(issue)).hasSize(1));
        assertThat(Tables.number(graph.database(), "select count(*) from clock_change where done_at is null"))
                .isZero();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "DEMAND,       DRAINAGE,        NORMAL,  5 of everywhere",
        "DEMAND,       NOISE,           NORMAL,  4 for the class of the category",
        "DEMAND,       WASTE,           NORMAL,  3 for the category itself",
        "CONSULTATION, POLICY_QUESTION, NORMAL,  1 of everywhere for questions",
        "DISPUTE,      DRAINAGE,        NORMAL,  7 for the type",
        "DISPUTE,      NOISE,           NORMAL,  4 the category before the type",
        "PRAISE,       WASTE,           NORMAL,  2 the priority before all"
    })
    void fitTheMoreTheySay(String type, String category, String urgency, String expected) {
        change("category", "ENVIRONMENT", 4, 0);
        change("category", "WASTE", 3, 0);
        change("type", "DISPUTE", 7, 0);
        change("type", "PRAISE", 2, 5);
        changePolicy(with(policy(0, "HANDLE", 9), "isActive", false), "policy.version");

        var clock =
                desk.start(desk.issue(Town.EAST_YARD, type, category, urgency), DuePoint.HANDLE, "2026-03-02 09:40");

        var days = Integer.parseInt(expected.substring(0, 1));
        assertThat(clock.dueAt())
                .as(expected)
                .isEqualTo(Calendars.ours().plus(at("2026-03-02 09:40"), WorkingTime.DAY.multipliedBy(days)));
    }

    @Test
    void areChangedByTheLeaderOfTheSubdistrictAlone() {
        for (var other : List.of(TownAccount.COMMANDER, TownAccount.WILLOW_LEADER, TownAccount.ZHANG_WEI)) {
            var answer = graph.as(other).ask(POLICY, Map.of("input", policy(0, "HANDLE", 4)));
            assertThat(answer.code()).as(other.name()).isEqualTo("NOT_PERMITTED");
        }
        assertThat(graph.anonymous()
                        .ask(DAY, Map.of("input", day(0, "2026-03-04", false)))
                        .code())
                .isEqualTo("SIGN_IN_REQUIRED");
    }

    @Test
    void sayWhatIsWrongWithAChange() {
        assertThat(refusal(graph.as(TownAccount.LEADER)
                        .ask(POLICY, Map.of("input", with(policy(0, "HANDLE", 0), "minutes", 0)))))
                .isEqualTo("INPUT_REJECTED minutes OUT_OF_RANGE");
        assertThat(refusal(graph.as(TownAccount.LEADER)
                        .ask(POLICY, Map.of("input", with(policy(0, "HANDLE", 4), "category", "MOON")))))
                .isEqualTo("INPUT_REJECTED category UNKNOWN");
        assertThat(refusal(graph.as(TownAccount.LEADER)
                        .ask(POLICY, Map.of("input", with(policy(0, "HANDLE", 4), "gridId", Town.WILLOW.id())))))
                .isEqualTo("INPUT_REJECTED gridId WRONG_LEVEL");
        assertThat(refusal(graph.as(TownAccount.LEADER)
                        .ask(POLICY, Map.of("input", with(policy(0, "HANDLE", 4), "longestDays", 3)))))
                .isEqualTo("INPUT_REJECTED longestDays OUT_OF_RANGE");
        assertThat(changeDay(with(day(0, "2026-03-04", false), "reason", " "))
                        .text("changeWorkDay.refusal.problems[0].path"))
                .isEqualTo("reason");
        assertThat(changeDay(day(0, "2032-03-04", false)).text("changeWorkDay.refusal.problems[0].path"))
                .isEqualTo("day");
    }

    @Test
    void happenOnceAndOnTheVersionThatWasRead() {
        var leader = graph.as(TownAccount.LEADER);
        var input = policy(0, "HANDLE", 4);

        var first = leader.ask(POLICY, Map.of("input", input));
        var again = leader.ask(POLICY, Map.of("input", input));
        var stale = leader.ask(POLICY, Map.of("input", policy(0, "HANDLE", 3)));
        var tooNew = leader.ask(POLICY, Map.of("input", policy(2, "SIGN", 3)));
        var second = leader.ask(POLICY, Map.of("input", policy(1, "HANDLE", 3)));

        assertThat(first.number("changeSlaPolicy.policy.version")).isEqualTo(1);
        assertThat(again.get("changeSlaPolicy.replayed", Boolean.class)).isTrue();
        assertThat(stale.text("changeSlaPolicy.refusal.code")).isEqualTo("STALE_VERSION");
        assertThat(stale.number("changeSlaPolicy.refusal.current")).isEqualTo(1);
        assertThat(tooNew.number("changeSlaPolicy.refusal.current")).isZero();
        assertThat(second.number("changeSlaPolicy.policy.version")).isEqualTo(2);
        assertThat(Tables.number(graph.database(), "select count(*) from clock_change where done_at is null"))
                .isEqualTo(2);
    }

    @Test
    void areKnownToEverybody() {
        changePolicy(policy(0, "HANDLE", 4), "policy.version");
        changeDay(day(0, "2026-02-25", false));
        var answer = graph.anonymous().ask("""
                query($street: ID!) {
                  slaPolicies(gridId: $street) { isOwn point urgency type days minutes isWorking longestDays }
                  workCalendar(gridId: $street, from: "2026-02-13", to: "2026-02-26") { day isWorking source holiday }
                }""", Map.of("street", Town.STREET.id()));

        assertThat(answer.list("slaPolicies", Object.class)).hasSize(35);
        assertThat(answer.list("workCalendar", Object.class)).hasSize(13);
        assertThat(answer.texts("workCalendar[*].source"))
                .startsWith("WEEK", "NOTICE", "NOTICE")
                .endsWith("WEEK", "SUBDISTRICT");
        assertThat(answer.list("workCalendar[*].isWorking", Boolean.class))
                .containsExactly(
                        true, true, false, false, false, false, false, false, false, false, false, true, false);
        assertThat(graph.anonymous()
                        .ask("""
                                query($street: ID!) {
                                  workCalendar(gridId: $street, from: "2026-02-13", to: "2028-02-26") { day }
                                }""", Map.of("street", Town.STREET.id()))
                        .code())
                .isEqualTo("TOO_MANY");
    }

    private void change(String field, String value, int days, int priority) {
        var input = with(with(policy(0, "HANDLE", days), field, value), "priority", priority);
        input.remove("urgency");
        changePolicy(input, "policy.version");
    }

    private void changePolicy(Map<String, Object> input, String path) {
        assertThat(graph.as(TownAccount.LEADER)
                        .ask(POLICY, Map.of("input", input))
                        .number("changeSlaPolicy." + path))
                .isPositive();
        done(kept.lookAgain());
    }

    private Answer changeDay(Map<String, Object> input) {
        return graph.as(TownAccount.LEADER).ask(DAY, Map.of("input", input));
    }

    private static Map<String, Object> policy(int version, String point, int days) {
        return new HashMap<>(Map.of(
                "key",
                UUID.randomUUID(),
                "gridId",
                Town.STREET.id(),
                "expectedVersion",
                version,
                "point",
                point,
                "urgency",
                "NORMAL",
                "isWorking",
                true,
                "days",
                days));
    }

    private static Map<String, Object> day(
            int version, String day, @org.jspecify.annotations.Nullable Boolean isWorking) {
        return with(
                new HashMap<>(Map.of(
                        "key",
                        UUID.randomUUID(),
                        "gridId",
                        Town.STREET.id(),
                        "expectedVersion",
                        version,
                        "day",
                        day,
                        "reason",
                        "街道检修")),
                "isWorking",
                isWorking);
    }

    private static Map<String, Object> with(
            Map<String, Object> input, String field, @org.jspecify.annotations.Nullable Object value) {
        if (value == null) {
            input.remove(field);
        } else {
            input.put(field, value);
        }
        return input;
    }

    private static String refusal(Answer answer) {
        return answer.text("changeSlaPolicy.refusal.code") + " "
                + answer.text("changeSlaPolicy.refusal.problems[0].path") + " "
                + answer.text("changeSlaPolicy.refusal.problems[0].code");
    }

    /// The changes were made just now; they are carried out as if it were then.
    private void carryOut(String now) {
        TestPostgres.execute(
                graph.database(),
                "update clock_change set begins_at = '" + at(now) + "'::timestamptz where done_at is null;"
                        + " update issue_clock set reckoned_at = '" + at(now).minusSeconds(1)
                        + "' where reckoned_at >= '" + at(now) + "' and is_open");
        done(changes.carryOut(at(now)));
    }

    private List<String> events(Issue issue) {
        return Tables.texts(
                graph.database(),
                "select type || ' ' || subject_version from event where subject = '" + issue.uuid()
                        + "' order by stream_no, n");
    }

    private List<String> alarms(Issue issue) {
        return Tables.texts(graph.database(), """
                select threshold || ' ' || to_char(scan_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')
                from issue_alarm join issue_clock c on c.id = clock_id
                where c.issue_id = '%s' and scan_at is not null
                order by fire_at""".formatted(issue.uuid()));
    }
}
