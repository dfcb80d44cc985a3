//JAVA 25
//DEPS com.graphql-java:graphql-java:25.0

// graphql-java 25.0: descriptions of operations, fragments and variables, which the specification of September 2025
// allows (section 2.3, ExecutableDefinition), cannot be parsed.
//
// Expected: {data={hello=hello}} three times. Actual: an InvalidSyntaxError for each.

import graphql.GraphQL;
import graphql.schema.idl.*;

public class OperationDescription {
    public static void main(String[] args) {
        var wiring = RuntimeWiring.newRuntimeWiring()
                .type("Query", type -> type.dataFetcher("hello", _ -> "hello")).build();
        var schema = new SchemaGenerator()
                .makeExecutableSchema(new SchemaParser().parse("type Query { hello(a: Int): String }"), wiring);
        for (var document : new String[] {
            "\"Says hello.\" query Hello { hello }",
            "query Hello { ...f } \"What is asked.\" fragment f on Query { hello }",
            "query Hello(\"How often.\" $a: Int) { hello(a: $a) }"
        }) {
            System.out.println(document + "\n  " + GraphQL.newGraphQL(schema).build().execute(document).toSpecification());
        }
    }
}
