package org.wangge.access;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import org.wangge.town.ApiTest;

@ApiTest
class PersonalSchemaTests {
    @Autowired
    GraphQlSource graph;

    @Test
    void marksExactlyTheFieldsThatAreProtectedAsPersonal() {
        assertThat(fields())
                .anyMatch(PersonalSchemaTests::isMarked)
                .allSatisfy(
                        field -> assertThat(isMarked(field)).as(field.getName()).isEqualTo(isProtected(field)));
    }

    private List<GraphQLFieldDefinition> fields() {
        return graph.schema().getAllTypesAsList().stream()
                .filter(GraphQLObjectType.class::isInstance)
                .flatMap(type -> ((GraphQLObjectType) type).getFieldDefinitions().stream())
                .toList();
    }

    private static boolean isMarked(GraphQLFieldDefinition field) {
        return field.hasAppliedDirective("personal");
    }

    private static boolean isProtected(GraphQLFieldDefinition field) {
        GraphQLNamedType type = GraphQLTypeUtil.unwrapAllAs(field.getType());
        return type.getName().equals("ProtectedText");
    }
}
