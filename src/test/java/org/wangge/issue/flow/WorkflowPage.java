package org.wangge.issue.flow;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Line;
import org.wangge.issue.Move;

/// The page about the workflow: a diagram and the table of [Move], in the words of the schema.
final class WorkflowPage {
    static final Path FILE = Path.of("src/docs/workflow.md");
    private static final Pattern ENUM = Pattern.compile("(?s)\nenum (\\w+) \\{\n(.*?)\n}");
    private static final Pattern CONSTANT = Pattern.compile("\"(.*?) \\(([^()]*)\\)[^\"]*\"\\s+(\\w+)");
    private static final String HEAD = """
            # The workflow of an issue · 工单流程

            Made from the table `org.wangge.issue.Move` by `WorkflowPageTests`; do not edit it. After a change of the table:

            ```sh
            mvn test -Dtest=WorkflowPageTests -Dworkflow.renew=true
            ```

            The same table is the answer of the query `issueWorkflow`; `issue.actions` says what of it somebody may do now.
            An arrow that is not drawn is a command that leaves the issue where it stands.

            同一张表也可由 `issueWorkflow` 查询；`issue.actions` 给出当前用户此刻可做的操作。图中未画出的命令不改变状态。

            """;

    private final Map<String, Map<String, Words>> words = new TreeMap<>();

    /// What a constant of the schema is called.
    private record Words(String english, String chinese) {}

    private WorkflowPage() {
        for (var schema : List.of("issue", "issue.flow")) {
            var enums = ENUM.matcher(read(Path.of("schema", schema + ".graphqls")));
            while (enums.find()) {
                var constants = CONSTANT.matcher(enums.group(2));
                var called = words.computeIfAbsent(enums.group(1), name -> new LinkedHashMap<>());
                while (constants.find()) {
                    called.put(constants.group(3), new Words(constants.group(1), constants.group(2)));
                }
            }
        }
    }

    static String text() {
        var page = new WorkflowPage();
        return HEAD + page.diagram() + "\n" + page.table() + "\n" + page.guards();
    }

    private String diagram() {
        var arrows = new LinkedHashMap<String, String>();
        for (var move : Move.values()) {
            for (var line : move.lines()) {
                froms(line)
                        .forEach(from -> line.to().stream()
                                .sorted()
                                .map(to -> from + " --> " + to)
                                .filter(arrow -> !isLoop(arrow))
                                .forEach(arrow -> arrows.merge(arrow, label(move), (one, other) -> one + "、" + other)));
            }
        }
        var states = Arrays.stream(IssueStatus.values())
                .map(status -> "    %s: %s %s".formatted(status, status, status(status)))
                .collect(joining("\n"));
        var drawn = arrows.entrySet().stream()
                .map(arrow -> "    " + arrow.getKey() + ": " + arrow.getValue())
                .collect(joining("\n"));
        return "```mermaid\nstateDiagram-v2\n" + states + "\n" + drawn + "\n```\n";
    }

    private static Stream<String> froms(Line line) {
        return line.from().isEmpty()
                ? Stream.of("[*]")
                : line.from().stream().sorted().map(Enum::name);
    }

    private static boolean isLoop(String arrow) {
        var ends = arrow.split(" --> ");
        return ends[0].equals(ends[1]);
    }

    private String table() {
        var rows = Arrays.stream(Move.values())
                .flatMap(move -> move.lines().stream().map(line -> row(move, line)))
                .collect(joining("\n"));
        return """
                | Command 命令 | From 状态 | Who 操作人 | To 之后 | Guards 条件 |
                |---|---|---|---|---|
                """ + rows + "\n";
    }

    private String row(Move move, Line line) {
        return "| `%s` %s %s | %s | %s | %s | %s |"
                .formatted(
                        move,
                        MoveLabels.of(move, "en", Locale.ENGLISH),
                        label(move),
                        cell("IssueStatus", line.from().stream().sorted().toList()),
                        cell("IssueParty", line.who()),
                        cell("IssueStatus", line.to().stream().sorted().toList()),
                        cell("IssueGuard", line.guards()));
    }

    private String cell(String type, Collection<? extends Enum<?>> constants) {
        return constants.isEmpty()
                ? "–"
                : constants.stream()
                        .map(constant -> constant + " " + called(type, constant).chinese())
                        .collect(joining("<br>"));
    }

    private String guards() {
        var rows = Arrays.stream(Move.values())
                .flatMap(move -> move.lines().stream())
                .flatMap(line -> line.guards().stream())
                .distinct()
                .sorted()
                .map(guard -> "| `%s` | %s | %s |"
                        .formatted(
                                guard,
                                called("IssueGuard", guard).english(),
                                called("IssueGuard", guard).chinese()))
                .collect(joining("\n"));
        return """
                | Guard 条件 | In English | 中文 |
                |---|---|---|
                """ + rows + "\n";
    }

    private static String label(Move move) {
        return MoveLabels.of(move, "zh", Locale.CHINESE);
    }

    private String status(IssueStatus status) {
        return called("IssueStatus", status).chinese();
    }

    private Words called(String type, Enum<?> constant) {
        var found = words.getOrDefault(type, Map.of()).get(constant.name());
        if (found == null) {
            throw new IllegalStateException("the schema has no Chinese word for " + type + "." + constant);
        }
        return found;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
