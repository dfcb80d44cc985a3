package org.wangge.graphql.fetch;

import graphql.TypeResolutionEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A graph of things whose fields are of all kinds.
final class Things {
    private Things() {}

    public enum Kind {
        ROUND,
        FLAT
    }

    /// A number that has fields: what goes wrong with some of them depends on it.
    public record Thing(int number) {
        public String id() {
            return "T" + number;
        }

        public @Nullable String name() {
            return number % 3 == 0 ? null : "thing " + number;
        }

        public @Nullable Integer size() {
            return number % 5 == 0 ? null : number;
        }

        public long mark() {
            return number;
        }

        public String unreadable() {
            return "no number";
        }

        public Object unreadableMust() {
            return number % 2 == 0 ? "no number" : number;
        }

        public String broken() {
            throw new IllegalStateException("broken");
        }

        public String brokenMust() {
            if (number % 4 == 0) {
                throw new IllegalStateException("broken");
            }
            return "whole";
        }

        public Kind kind() {
            return Kind.values()[number % 2];
        }

        public String noKind() {
            return "SQUARE";
        }

        public CompletableFuture<String> late() {
            return CompletableFuture.supplyAsync(() -> "late " + number);
        }

        public Optional<String> perhaps() {
            return number % 2 == 0 ? Optional.empty() : Optional.of("perhaps");
        }

        public List<String> tags() {
            return List.of("a", "b");
        }

        public List<Kind> kinds() {
            return List.of(Kind.FLAT, Kind.ROUND);
        }

        public List<@Nullable String> gaps() {
            return Arrays.asList("a", null);
        }

        public List<@Nullable String> gapsMust() {
            return number % 3 == 0 ? Arrays.asList("a", null) : List.of("a");
        }

        public List<@Nullable Thing> some() {
            return Arrays.asList(new Thing(number + 1), null, new Thing(number + 6));
        }

        public Stream<@Nullable Thing> someMust() {
            return Stream.of(new Thing(number + 1), number % 2 == 0 ? null : new Thing(number + 3));
        }

        public Optional<List<List<Thing>>> rows() {
            return Optional.of(List.of(List.of(new Thing(number + 1)), List.of(), List.of(this, next())));
        }

        public Thing next() {
            return new Thing(number + 1);
        }

        public @Nullable Thing nextMust() {
            return number % 7 == 0 ? null : new Thing(number + 2);
        }

        public CompletableFuture<Thing> later() {
            return CompletableFuture.supplyAsync(() -> new Thing(number + 3));
        }

        public List<Thing> many() {
            return List.of(new Thing(number + 1), new Thing(number + 2), new Thing(number + 4));
        }

        public Thing named() {
            return new Thing(number + 5);
        }

        public @Nullable Thing lost() {
            return null;
        }
    }

    static GraphQLSchema schema() {
        var wiring = RuntimeWiring.newRuntimeWiring()
                .type(
                        "Query",
                        type -> type.dataFetcher(
                                "thing", environment -> new Thing(environment.<Integer>getArgument("number"))))
                .type(
                        "Mutation",
                        type -> type.dataFetcher(
                                "thing", environment -> new Thing(environment.<Integer>getArgument("number"))))
                .type("Named", type -> type.typeResolver(Things::thing))
                .build();
        return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse("""
                type Query { thing(number: Int!): Thing }
                type Mutation { thing(number: Int!): Thing }
                interface Named { name: String }
                enum Kind { ROUND FLAT }
                type Thing implements Named {
                  id: ID!  name: String  size: Int!  mark: Int!  unreadable: Int  unreadableMust: Int!
                  broken: String  brokenMust: String!  kind: Kind!  noKind: Kind  late: String!  perhaps: String
                  tags: [String!]!  next: Thing  nextMust: Thing!  later: Thing!  many: [Thing!]!  named: Named!
                  lost: Thing  kinds: [Kind!]  gaps: [String]  gapsMust: [String!]  some: [Thing]  someMust: [Thing!]
                  rows: [[Thing!]!]!
                }"""), wiring);
    }

    private static GraphQLObjectType thing(TypeResolutionEnvironment environment) {
        return environment.getSchema().getObjectType("Thing");
    }
}
