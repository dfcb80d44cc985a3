package org.wangge.resident;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.wangge.town.ApiTest;

/// What this server never has: scores and labels of people, their tracks, faces and plates, what is
/// none of a neighbourhood's business, and a way to watch one person.
@ApiTest
class NeverBuiltTests {
    private static final Pattern FORBIDDEN = Pattern.compile(
            "score|risk|label|flag|petition|track(?!ing)|trajector|face|plate|licen[cs]e|fingerprint|biometr|ethnic"
                    + "|religio|faith|politic|party|income|salary|wealth|credit|diagnos|disease|illness|disab|criminal"
                    + "|blacklist|watchlist|rank",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_RESIDENTS = Pattern.compile(
            "Resident.*|Household.*|ResidencePeriod|Residency|CareNeed|FamilyRelation|.*Disclosure.*|Reveal.*|Search.*"
                    + "|RecordRequest.*|RecordField|LedgerGap.*|GapReason|PersonalField|Me|Export.*");

    @Autowired
    GraphQlSource graph;

    @Test
    void nothingForbiddenIsKeptOfResidents() {
        var names = new ArrayList<String>();
        types().filter(type -> OF_RESIDENTS.matcher(type.getName()).matches())
                .forEach(type -> names.addAll(namesOf(type)));

        assertThat(names)
                .hasSizeGreaterThan(50)
                .noneMatch(name -> FORBIDDEN.matcher(name).find());
    }

    @Test
    void noTypeIsCalledAfterWhatIsForbidden() {
        assertThat(types().map(GraphQLNamedType::getName))
                .noneMatch(name ->
                        name.matches("(?i).*(riskLabel|residentScore|face|(?<!tem)plate|trajectory|watchlist).*"));
    }

    @Test
    void nobodyCanBeWatched() {
        var subscription = graph.schema().getSubscriptionType();
        var taken = new HashSet<String>();
        for (var field : subscription.getFieldDefinitions()) {
            field.getArguments().forEach(argument -> collect(argument, taken));
        }

        assertThat(taken)
                .isNotEmpty()
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("resident"));
    }

    private Stream<GraphQLNamedType> types() {
        return graph.schema().getAllTypesAsList().stream();
    }

    private static List<String> namesOf(GraphQLNamedType type) {
        return switch (type) {
            case GraphQLObjectType object ->
                object.getFieldDefinitions().stream()
                        .map(GraphQLFieldDefinition::getName)
                        .toList();
            case GraphQLInputObjectType input ->
                input.getFieldDefinitions().stream()
                        .map(field -> field.getName())
                        .toList();
            case GraphQLEnumType constants ->
                constants.getValues().stream().map(value -> value.getName()).toList();
            default -> List.of(type.getName());
        };
    }

    private static void collect(GraphQLArgument argument, Set<String> names) {
        names.add(argument.getName());
        if (GraphQLTypeUtil.unwrapAll(argument.getType()) instanceof GraphQLInputObjectType input) {
            input.getFieldDefinitions().forEach(field -> names.add(field.getName()));
        }
    }
}
