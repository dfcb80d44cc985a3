package org.wangge.graphql.cost;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.wangge.graphql.document.DocumentLimits;
import org.wangge.graphql.document.Extents;
import org.wangge.town.ApiTest;

/// What our own documents cost, and that none of them comes near a limit.
@ApiTest
class CostTableTests {
    /// Half of each limit; of depth one level, since ten are not many.
    private static final int MARGIN = 2;

    @Autowired
    GraphQlSource source;

    @Autowired
    CostLimits costs;

    @Autowired
    DocumentLimits limits;

    @Test
    void ownDocumentsStayBelowHalfOfEveryLimit() throws IOException {
        var tooDear = new ArrayList<String>();
        for (var file : documents()) {
            var text = Files.readString(file);
            var document = Parser.parse(text);
            var cost = cost(document);
            System.out.printf("%5d  %s%n", cost, file);
            if (cost * MARGIN > costs.request()
                    || text.length() * MARGIN > limits.characters()
                    || !Extents.exceeded(document, half()).isEmpty()) {
                tooDear.add(file.toString());
            }
        }

        assertThat(tooDear).isEmpty();
    }

    @Test
    void theCostDirectivesSayWhatIsThere() {
        var wrong = new ArrayList<String>();
        for (var type : source.schema().getAllTypesAsList()) {
            if (type instanceof GraphQLFieldsContainer container) {
                container.getFieldDefinitions().stream()
                        .filter(field -> !isRight(field))
                        .forEach(field -> wrong.add(container.getName() + "." + field.getName()));
            }
        }

        assertThat(wrong).isEmpty();
    }

    private boolean isRight(GraphQLFieldDefinition field) {
        var directive = field.getAppliedDirective("listSize");
        if (directive == null) {
            return true;
        }
        var slices = directive.getArgument("slicingArguments").getValue() instanceof List<?> paths ? paths : List.of();
        var sized = directive.getArgument("sizedFields").getValue() instanceof List<?> names ? names : List.of();
        return slices.stream().allMatch(path -> exists(field, path.toString().split("\\.")))
                && (sized.isEmpty()
                        || GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer type
                                && sized.stream().allMatch(name -> type.getFieldDefinition(name.toString()) != null));
    }

    private static boolean exists(GraphQLFieldDefinition field, String[] path) {
        var argument = field.getArgument(path[0]);
        if (argument == null) {
            return false;
        }
        var type = GraphQLTypeUtil.unwrapAll(argument.getType());
        return path.length == 1
                || type instanceof GraphQLInputObjectType input && input.getFieldDefinition(path[1]) != null;
    }

    private static List<Path> documents() throws IOException {
        try (var examples = Files.walk(Path.of("schema/examples"));
                var questions = Files.walk(Path.of("src/bench/questions"))) {
            return Stream.concat(examples, questions)
                    .filter(file -> file.toString().endsWith(".graphql"))
                    .sorted()
                    .toList();
        }
    }

    private long cost(Document document) {
        var operation = document.getDefinitionsOfType(OperationDefinition.class).getFirst();
        return Planner.plan(source.schema(), document, operation).requested(Map.of());
    }

    private DocumentLimits half() {
        return new DocumentLimits(
                limits.characters() / MARGIN,
                limits.tokens() / MARGIN,
                limits.digits() / MARGIN,
                limits.depth() - 1,
                limits.introspectionDepth() - 1,
                limits.fields() / MARGIN,
                limits.aliases() / MARGIN,
                limits.directives() / MARGIN,
                limits.rootFields() / MARGIN,
                limits.list() / MARGIN);
    }
}
