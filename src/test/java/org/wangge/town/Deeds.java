package org.wangge.town;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/// Gives commands in the name of whoever asks the graph, with what they tell under `done`.
public final class Deeds {
    private static final String REFUSAL = """
            refusal { code message ... on InputRejected { problems { path code } } ... on StaleVersion { expected current }
              ... on NotInThisState { state allowed } %s } replayed cursor""";

    private final Graph graph;
    private final String refusals;

    public Deeds(Graph graph) {
        this(graph, "");
    }

    /// @param refusals what to ask of further refusals, as `... on VenueTaken { bookings { id } }`
    public Deeds(Graph graph, String refusals) {
        this.graph = graph;
        this.refusals = refusals;
    }

    /// Each time with a key of its own, if none is given.
    public Answer done(String command, String selection, Map<String, ?> fields) {
        Map<String, Object> input = new HashMap<>(fields);
        input.putIfAbsent("key", UUID.randomUUID().toString());
        var type = Character.toUpperCase(command.charAt(0)) + command.substring(1) + "Input";
        return graph.ask(
                "mutation($input: %s!) { done: %s(input: $input) { %s %s } }"
                        .formatted(type, command, selection, REFUSAL.formatted(refusals)),
                Map.of("input", input));
    }

    /// The code of the refusal, or `DONE`.
    public static String outcome(Answer answer) {
        return String.valueOf(answer.data()).contains("refusal=null") ? "DONE" : answer.text("done.refusal.code");
    }

    /// What is wrong with the input, each as `path CODE`.
    public static List<String> problems(Answer answer) {
        var paths = answer.texts("done.refusal.problems[*].path");
        var codes = answer.texts("done.refusal.problems[*].code");
        return IntStream.range(0, paths.size())
                .mapToObj(i -> paths.get(i) + " " + codes.get(i))
                .toList();
    }
}
