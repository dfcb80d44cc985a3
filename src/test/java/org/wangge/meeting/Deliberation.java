package org.wangge.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wangge.town.Answer;
import org.wangge.town.Graph;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownGrid;
import org.wangge.town.TownThing;

/// What people of the [Town] do to deliberate, as they ask the graph for it.
public final class Deliberation {
    private static final String REFUSAL = """
            replayed cursor refusal { __typename code message ... on InputRejected { problems { path code } }
              ... on StaleVersion { expected current } ... on IdTaken { id } ... on SeatTaken { seatId }
              ... on LimitReached { limit } ... on WrongState { status allowed } }""";
    private static final String COUNCIL = """
            { council { id name purpose version dissolvedAt rules { noticeDays voteBy quorum { parts of above }
                threshold { parts of above } } seats { id role version fromOn toOn member { name }
                resident { name { display } } } }\s""" + REFUSAL + " }";

    private static final String TOPIC = """
            { topic { id status version options supportCount isSupported council { id } steps { status reason } }\s""" + REFUSAL + " }";

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
        var people = List.of(
                org.wangge.town.TownPeople.LI,
                org.wangge.town.TownHomes.ZHANG_WEI,
                org.wangge.town.TownHomes.LI_NA,
                org.wangge.town.TownHomes.JI,
                org.wangge.town.TownHomes.WANG_FANG);
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
