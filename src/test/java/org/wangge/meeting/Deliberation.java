package org.wangge.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.GlobalId;
import org.wangge.town.Answer;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownGrid;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPeople;
import org.wangge.town.TownThing;

/// What people of the [Town] do to deliberate, as they ask the graph for it.
public final class Deliberation {
    private static final String REFUSAL = """
            replayed cursor refusal { __typename code message ... on InputRejected { problems { path code } }
              ... on StaleVersion { expected current } ... on IdTaken { id } ... on SeatTaken { seatId }
              ... on LimitReached { limit } ... on NotInThisState { state allowed }
              ... on NoticeTooShort { days earliestStartsAt } ... on QuorumNotMet { present needed }
              ... on OutsideWindow { opensAt closesAt } ... on NoVote { reason } ... on AlreadyVoted { voteBy }
              ... on ThresholdNotMet { votes needed } ... on NoticeRunning { until }
              ... on ObjectionsOpen { count } ... on TasksOpen { count } }""";
    private static final String COUNCIL = """
            { council { id name purpose version dissolvedAt rules { noticeDays voteBy quorum { parts of above }
                threshold { parts of above } } seats { id role version fromOn toOn member { name }
                resident { name { display } } } }\s""" + REFUSAL + " }";

    private static final String TOPIC = """
            { topic { id status version options supportCount isSupported council { id } steps { status reason } }\s""" + REFUSAL + " }";

    private static final String MEETING = """
            { meeting { id status version title content emergencyReason minutes cancelReason signInCode presentCount
                votingCount seatCount agenda { consensusText topic { id } } attendances { hasVote method } }\s""" + REFUSAL + " }";

    private static final String BALLOT = """
            { ballot { id version isOpen votedCount hasVoted wholeCount neededCount isQuorate carriedNo
                tallies { no text voteCount } }\s""" + REFUSAL + " }";

    private static final String RESOLUTION = """
            { resolution { id status version result publicUntil feedback tasks { title issue { id } }
                objections { id text isUpheld answer } }\s""" + REFUSAL + " }";

    private final Graph graph;

    public Deliberation(Graph graph) {
        this.graph = graph;
    }

    public Deliberation as(TownAccount account) {
        return new Deliberation(graph.as(account));
    }

    public Graph graph() {
        return graph;
    }

    /// A command by its name, with an input to which a key is added where there is none.
    public Answer does(String command, String payload, Map<String, ? extends @Nullable Object> input) {
        var all = new HashMap<String, @Nullable Object>(input);
        all.putIfAbsent("key", UUID.randomUUID().toString());
        var type = Character.toUpperCase(command.charAt(0)) + command.substring(1) + "Input!";
        return graph.ask(
                "mutation($input: " + type + ") { done: " + command + "(input: $input) " + payload + " }",
                Map.of("input", all));
    }

    public Answer council(String command, Map<String, ? extends @Nullable Object> input) {
        return does(command, COUNCIL, input);
    }

    public Answer topic(String command, Map<String, ? extends @Nullable Object> input) {
        return does(command, TOPIC, input);
    }

    public Answer meeting(String command, Map<String, ? extends @Nullable Object> input) {
        return does(command, MEETING, input);
    }

    public Answer resolution(String command, Map<String, ? extends @Nullable Object> input) {
        return does(command, RESOLUTION, input);
    }

    public Answer ballot(String command, Map<String, ? extends @Nullable Object> input) {
        return does(command, BALLOT, input);
    }

    /// The id of a topic of 柳一格 that nobody took on yet.
    public String proposed(String title) {
        return topic(
                        "proposeTopic",
                        Map.of(
                                "gridId",
                                Town.WILLOW_ONE.id(),
                                "source",
                                "CADRE",
                                "title",
                                title,
                                "background",
                                title + "的情况说明"))
                .text("done.topic.id");
    }

    /// The id of a topic of 柳一格 that a council, or whoever meets without one, took on.
    public String accepted(String title, @Nullable String council) {
        var topic = proposed(title);
        var input = new HashMap<String, @Nullable Object>(Map.of("topicId", topic, "expectedVersion", 1));
        input.put("councilId", council);
        assertThat(topic("acceptTopic", input).isNull("done.refusal")).isTrue();
        return topic;
    }

    public String status(String topic) {
        return graph.ask("query($id: ID!) { topic(id: $id) { status } }", Map.of("id", topic))
                .text("topic.status");
    }

    public Map<String, Object> plan(String type, @Nullable String council, List<String> topics, Duration from) {
        return plan(type, council, topics, from, Map.of());
    }

    /// A meeting of 柳一格 so long from now.
    public Map<String, Object> plan(
            String type, @Nullable String council, List<String> topics, Duration from, Map<String, ?> more) {
        var startsAt = Instant.now().plus(from);
        var plan = new HashMap<String, Object>(Map.of(
                "title",
                "议事会议",
                "place",
                "党群服务中心二楼",
                "startsAt",
                startsAt.toString(),
                "endsAt",
                startsAt.plus(Duration.ofHours(2)).toString(),
                "topicIds",
                topics));
        plan.putAll(more);
        var input = new HashMap<String, @Nullable Object>(
                Map.of("gridId", Town.WILLOW_ONE.id(), "type", type, "plan", plan));
        input.put("councilId", council);
        return input;
    }

    public String planned(String type, @Nullable String council, List<String> topics, Duration from) {
        return meeting("planMeeting", plan(type, council, topics, from)).text("done.meeting.id");
    }

    public String planned(String council, List<String> topics, Duration from) {
        return planned("JOINT_COUNCIL", council, topics, from);
    }

    /// The id of a meeting of a council in ten days.
    public String planned(String council, List<String> topics) {
        return planned(council, topics, Duration.ofDays(10));
    }

    public Map<String, Object> noticed(String meeting) {
        var input = at(meeting);
        input.put("content", "讨论议程所列事项，请准时参加。");
        return input;
    }

    /// What names a meeting as it is now.
    public Map<String, Object> at(String meeting) {
        var version = graph.ask("query($id: ID!) { meeting(id: $id) { version } }", Map.of("id", meeting))
                .number("meeting.version");
        return new HashMap<>(Map.of("meetingId", meeting, "expectedVersion", version));
    }

    public String code(String meeting) {
        return graph.ask("query($id: ID!) { meeting(id: $id) { signInCode } }", Map.of("id", meeting))
                .text("meeting.signInCode");
    }

    /// The days go by until the meeting begins.
    public void comes(String meeting) {
        TestPostgres.execute(
                graph.database(),
                "update meeting set starts_at = now() + interval '10 minutes', ends_at = now() + interval '2 hours'"
                        + " where id = '" + GlobalId.decode("meeting", meeting) + "'");
    }

    /// The id of a meeting of a council in session, with its members present.
    public String inSession(String council, List<String> topics, List<TownThing> present) {
        var meeting = planned(council, topics);
        meeting("noticeMeeting", noticed(meeting));
        comes(meeting);
        present.forEach(one -> assertThat(
                        meeting("recordAttendance", Map.of("meetingId", meeting, "person", person(one)))
                                .isNull("done.refusal"))
                .isTrue());
        assertThat(meeting("openMeeting", at(meeting)).isNull("done.refusal")).isTrue();
        return meeting;
    }

    /// The id of a new council of a grid with these rules.
    public String founded(TownGrid grid, Map<String, ?> rules) {
        var name = "议事会" + UUID.randomUUID().toString().substring(0, 8);
        return council("foundCouncil", Map.of("gridId", grid.id(), "name", name, "rules", rules))
                .text("done.council.id");
    }

    /// Somebody sits there from the beginning of the year on.
    public Answer seated(String council, TownThing person, String role) {
        return council(
                "seatCouncilMember",
                Map.of("councilId", council, "person", person(person), "role", role, "fromOn", "2026-01-01"));
    }

    /// 柳一格's council: 李建国 in the chair, 张伟, 李娜, 𠮷田 and 王芳 as members.
    public String council(Map<String, ?> rules) {
        var council = founded(Town.WILLOW_ONE, rules);
        var people = List.of(TownPeople.LI, TownHomes.ZHANG_WEI, TownHomes.LI_NA, TownHomes.JI, TownHomes.WANG_FANG);
        IntStream.range(0, people.size()).forEach(i -> {
            var seated = seated(council, people.get(i), i == 0 ? "CHAIR" : "MEMBER");
            assertThat(seated.isNull("done.refusal")).isTrue();
        });
        return council;
    }

    public static Map<String, String> person(TownThing person) {
        return Map.of(person.type() + "Id", person.id());
    }

    public static String refusal(Answer answer) {
        return answer.text("done.refusal.code");
    }

    public static List<String> problems(Answer answer) {
        var paths = answer.texts("done.refusal.problems[*].path");
        var codes = answer.texts("done.refusal.problems[*].code");
        return IntStream.range(0, paths.size())
                .mapToObj(i -> paths.get(i) + ' ' + codes.get(i))
                .toList();
    }
}
