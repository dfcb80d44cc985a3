//JAVA 25
//DEPS com.graphql-java:graphql-java:25.0

// graphql-java 25.0: null in a variable of a nullable type that stands where null is not allowed, which the
// specification permits because there is a default (section 5.8.5), is no error of the request.
//
// Expected (section 6.4.1, CoerceArgumentValues): a request or field error that names the argument.
// Actual: a NullPointerException out of execute() at @skip(if:), "should never happen" where an input field has a
// default. Where an argument has one it is as it should be: the third document.

import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.schema.idl.*;
import java.util.*;

public class NullByVariable {
    public static void main(String[] args) {
        ask("query($skip: Boolean = false) { hello @skip(if: $skip) }", "skip");
        ask("query($size: Int = 5) { sized(input: {size: $size}) }", "size");
        ask("query($size: Int = 5) { plain(size: $size) }", "size");
    }

    private static void ask(String document, String variable) {
        var sdl = """
                type Query { hello: String sized(input: Sized!): Int plain(size: Int! = 5): Int }
                input Sized { size: Int! = 5 }""";
        var wiring = RuntimeWiring.newRuntimeWiring()
                .type("Query", type -> type.dataFetcher("hello", _ -> "hello")
                        .dataFetcher("sized", asked -> asked.<Map<String, Integer>>getArgument("input").get("size"))
                        .dataFetcher("plain", asked -> asked.getArgument("size")))
                .build();
        var schema = new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(sdl), wiring);
        var variables = new HashMap<String, Object>();
        variables.put(variable, null);
        System.out.println(document + " with null");
        try {
            var result = GraphQL.newGraphQL(schema).build()
                    .execute(ExecutionInput.newExecutionInput(document).variables(variables));
            System.out.println("  " + result.toSpecification());
        } catch (RuntimeException | AssertionError thrown) {
            System.out.println("  thrown out of execute: " + thrown);
        }
    }
}
