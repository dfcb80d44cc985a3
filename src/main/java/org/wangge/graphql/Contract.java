package org.wangge.graphql;

import graphql.schema.FieldCoordinates;
import java.util.ArrayList;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.SchemaReport;

/// Holds the schema and the code together: a field without a source, a source without a field, or
/// a nullness that differs stops the start.
@Configuration(proxyBeanMethods = false)
class Contract {
    @Bean
    GraphQlSourceBuilderCustomizer contractBuilder(Documents documents) {
        return builder -> builder.inspectSchemaMappings(Contract::requireWhole)
                .configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(documents));
    }

    static void requireWhole(SchemaReport report) {
        var findings = new ArrayList<String>();
        report.unmappedFields().stream()
                .filter(field -> !isOfTheFederation(field))
                .forEach(field -> findings.add("nothing serves " + field));
        report.unmappedRegistrations()
                .keySet()
                .forEach(field -> findings.add("the schema has no field " + field + ", but code serves it"));
        report.unmappedArguments()
                .forEach((source, names) -> findings.add("the schema has no argument " + names + " read by " + source));
        report.fieldNullnessErrors()
                .keySet()
                .forEach(field -> findings.add(field + " is never null in the schema, but may be null in code"));
        report.argumentNullnessErrors()
                .forEach((source, _) -> findings.add("an argument of " + source + " is nullable only in the schema"));
        if (!findings.isEmpty()) {
            throw new SchemaMismatch("The schema and the code do not fit: " + String.join("; ", findings));
        }
    }

    /// Names that begin with an underscore are added to the schema together with what serves them.
    private static boolean isOfTheFederation(FieldCoordinates field) {
        return field.getFieldName().startsWith("_");
    }
}
