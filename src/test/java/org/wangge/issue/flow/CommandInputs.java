package org.wangge.issue.flow;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.wangge.town.TownPeople;

/// The commands on issues as the schema has them, with inputs that are right as far as the schema says.
final class CommandInputs {
    /// Ends a rating's part in the figures, not a move of the issue.
    private static final Set<String> NO_MOVES = Set.of("excludeRating");

    private static final Set<String> CODES = Set.of("trackingCode", "category", "templateCode");
    private static final Pattern LENGTH = Pattern.compile("(?:([\\d,]+) to |at most )([\\d,]+) characters");

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final GraphQLSchema schema;
    private final Map<String, Object> samples;

    CommandInputs(GraphQLSchema schema, String otherIssue) {
        this.schema = schema;
        this.samples = new HashMap<>(Map.of(
                "HandInput", Map.of("departmentId", TownPeople.ENFORCEMENT_OFFICE.id()),
                "EvidenceInput", Map.of("kind", "PERSON", "contacted", "当事人", "means", "FACE"),
                "VerifyIssueInput", Map.of("accepted", List.of("PERSON")),
                "FailedEvidenceInput", Map.of("kind", "RESULT", "why", "没有效果")));
        samples.putAll(Map.of(
                "intoId",
                otherIssue,
                "departmentIds",
                TownPeople.ENFORCEMENT_OFFICE.id(),
                "PauseKind",
                "FUNDING",
                "Ruling",
                "OVERRULED",
                "score",
                5,
                "Boolean",
                true,
                "DateTime",
                "2099-01-01T00:00:00Z",
                "Date",
                LocalDate.now(SHANGHAI).plusDays(10).toString()));
    }

    /// Somebody's words: where they stand in the input, and how many characters the schema lets them have.
    record Words(List<String> path, boolean isRequired, int least, int most) {
        String name() {
            return String.join(".", path).replace(".0", "[0]");
        }
    }

    List<String> names() {
        return schema.getMutationType().getFieldDefinitions().stream()
                .filter(field -> type(field.getType()).getName().equals("IssuePayload"))
                .map(field -> field.getName())
                .filter(name -> input(name).getField("expectedVersion") != null && !NO_MOVES.contains(name))
                .toList();
    }

    boolean takesCode(String command) {
        return input(command).getField("trackingCode") != null;
    }

    /// With a new key, for an issue at a version.
    Map<String, Object> of(String command, String issue, int version) {
        var input = object(input(command));
        input.putAll(Map.of("key", UUID.randomUUID().toString(), "issueId", issue, "expectedVersion", version));
        return input;
    }

    /// All words of a command, also those in its parts.
    List<Words> words(String command) {
        var words = new ArrayList<Words>();
        collect(input(command), List.of(), words);
        return words;
    }

    /// The same input with other words in one place.
    Map<String, Object> with(Map<String, Object> input, String command, Words words, String text) {
        var changed = new HashMap<>(input);
        put(changed, input(command), words.path(), text);
        return changed;
    }

    private void put(Map<String, Object> object, GraphQLInputObjectType type, List<String> path, String text) {
        var name = path.getFirst();
        if (path.size() == 1) {
            object.put(name, text);
            return;
        }
        var field = type.getField(name);
        var below = (GraphQLInputObjectType) type(field.getType());
        Map<String, Object> child = object(below);
        if (isList(field.getType())) {
            var whole = new ArrayList<Object>(List.of(child));
            if (object.get(name) instanceof List<?> given) {
                whole.addAll(given.subList(1, given.size()));
            }
            object.put(name, whole);
            put(child, below, path.subList(2, path.size()), text);
        } else {
            object.put(name, child);
            put(child, below, path.subList(1, path.size()), text);
        }
    }

    private void collect(GraphQLInputObjectType type, List<String> path, List<Words> words) {
        for (var field : type.getFields()) {
            var here = new ArrayList<>(path);
            here.add(field.getName());
            if (isList(field.getType())) {
                here.add("0");
            }
            if (type(field.getType()) instanceof GraphQLInputObjectType below) {
                collect(below, here, words);
            } else if (type(field.getType()).getName().equals("String") && !CODES.contains(field.getName())) {
                words.add(words(field, here));
            }
        }
    }

    private static Words words(GraphQLInputObjectField field, List<String> path) {
        var length = LENGTH.matcher(String.valueOf(field.getDescription()));
        if (!length.find()) {
            throw new AssertionError("say how long %s may be".formatted(path));
        }
        var isRequired = GraphQLTypeUtil.isNonNull(field.getType());
        var least = length.group(1) == null ? isRequired ? 1 : 0 : number(length.group(1));
        return new Words(path, isRequired, least, number(length.group(2)));
    }

    private Map<String, Object> object(GraphQLInputObjectType type) {
        if (samples.get(type.getName()) instanceof Map<?, ?> sample) {
            Map<String, Object> copy = new HashMap<>();
            sample.forEach((name, value) -> copy.put(String.valueOf(name), value));
            return copy;
        }
        Map<String, Object> object = new HashMap<>();
        for (var field : type.getFields()) {
            if (GraphQLTypeUtil.isNonNull(field.getType()) && !field.hasSetDefaultValue()) {
                object.put(field.getName(), value(field));
            }
        }
        return object;
    }

    private Object value(GraphQLInputObjectField field) {
        var one = single(field);
        return isList(field.getType()) ? List.of(one, one) : one;
    }

    private Object single(GraphQLInputObjectField field) {
        var type = type(field.getType());
        var sample = samples.getOrDefault(field.getName(), samples.get(type.getName()));
        if (sample != null) {
            return sample;
        }
        if (type instanceof GraphQLInputObjectType below) {
            return object(below);
        }
        if (type instanceof GraphQLEnumType set) {
            return set.getValues().getFirst().getName();
        }
        return switch (type.getName()) {
            case "String" ->
                "字".repeat(Math.max(6, words(field, List.of(field.getName())).least()));
            case "UUID" -> UUID.randomUUID().toString();
            case "Int" -> 1;
            case "ID" -> "";
            default -> throw new AssertionError("say what to give for " + field.getName() + ": " + type.getName());
        };
    }

    private GraphQLInputObjectType input(String command) {
        var field = schema.getMutationType().getFieldDefinition(command);
        return (GraphQLInputObjectType) type(field.getArgument("input").getType());
    }

    private static boolean isList(GraphQLInputType type) {
        return GraphQLTypeUtil.unwrapNonNull(type) instanceof GraphQLList;
    }

    private static GraphQLNamedType type(graphql.schema.GraphQLType type) {
        return (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(type);
    }

    private static int number(String text) {
        return Integer.parseInt(text.replace(",", ""));
    }
}
