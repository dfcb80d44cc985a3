package org.wangge.clients;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.wangge.town.ApiTest;
import org.wangge.town.Graph;
import org.wangge.town.Town;
import org.wangge.town.TownAccount;
import org.wangge.town.TownHomes;
import org.wangge.town.TownPeople;

/// With the profile `federation` the graph is one of several that a gateway makes one.
@ApiTest
@ActiveProfiles("federation")
@TestPropertySource(properties = "wangge.access.anonymous-introspection=false")
class FederationTests {
    private static final String ENTITIES =
            "query($of: [_Any!]!) { _entities(representations: $of) { __typename ... on Node { id } } }";

    /// One of each type that the town has, and which type it is.
    private static final Map<String, String> THINGS = Map.of(
            TownHomes.CHEN_DASHAN.id(), "Resident",
            TownHomes.ZHANG_WEI.id(), "Resident",
            TownHomes.CHEN_FAMILY.id(), "Household",
            TownHomes.BRIDGE_HOUSE.id(), "Premises",
            TownPeople.SUN.id(), "Member",
            Town.WILLOW.id(), "Grid");

    @Autowired
    Graph graph;

    @Test
    void composesWithAnotherGraph() throws Exception {
        NodeScript.runs(
                "federation.mjs", Map.of("WANGGE_URL", graph.url(), "WANGGE_TOKEN", String.valueOf(graph.token())));
    }

    @ParameterizedTest
    @EnumSource(TownAccount.class)
    void entitiesAreSeenByThoseWhoSeeThemByTheirId(TownAccount account) {
        var asking = graph.as(account);
        var ids = List.copyOf(THINGS.keySet());
        var representations =
                ids.stream().map(id -> representation(THINGS.get(id), id)).toList();

        var found = asking.ask(ENTITIES, Map.of("of", representations)).data();

        var nodes =
                asking.ask("query($ids: [ID!]!) { _entities: nodes(ids: $ids) { __typename id } }", Map.of("ids", ids));
        assertThat(found).isEqualTo(nodes.data());
    }

    @Test
    void somebodyWithoutRightsSeesNoEntityButGrids() {
        var chen = representation("Resident", TownHomes.CHEN_DASHAN.id());
        var willow = representation("Grid", Town.WILLOW.id());

        var found = graph.anonymous().ask(ENTITIES, Map.of("of", List.of(chen, willow)));

        assertThat(found.data().toString()).contains("_entities=[null, {__typename=Grid");
    }

    @Test
    void refusesAnIdOfAnotherType() {
        var mixed = representation("Issue", Town.WILLOW.id());

        assertThat(graph.ask(ENTITIES, Map.of("of", List.of(mixed))).code()).isEqualTo("INVALID_ID");
        assertThat(graph.ask(ENTITIES, Map.of("of", List.of(Map.of("__typename", "Grid"))))
                        .code())
                .isEqualTo("INVALID_ID");
    }

    @Test
    void refusesMoreThan200AtOnce() {
        var many = new ArrayList<Object>();
        for (var i = 0; i <= 200; i++) {
            many.add(representation("Grid", Town.WILLOW.id()));
        }

        assertThat(graph.ask(ENTITIES, Map.of("of", many)).code()).isEqualTo("LIST_TOO_LONG");
    }

    @Test
    void theSchemaIsToldToThoseWhoMayIntrospect() {
        assertThat(graph.anonymous().ask("{ _service { sdl } }").code()).isEqualTo("SIGN_IN_REQUIRED");
        assertThat(graph.ask("{ _service { sdl } }").text("_service.sdl")).contains("type Issue implements Node @key");
    }

    @Test
    void everyNodeIsAnEntity() throws IOException {
        var nodes = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(Path.of("schema"), "*.graphqls")) {
            for (var file : files) {
                nodesIn(new SchemaParser().parse(Files.readString(file)), nodes);
            }
        }
        var entities = Files.readString(Path.of("schema/federation/entities.graphqls"));

        assertThat(nodes).isNotEmpty().allMatch(type -> entities.contains("extend type " + type + " @key("));
    }

    private static void nodesIn(TypeDefinitionRegistry types, List<String> nodes) {
        types.getTypes(ObjectTypeDefinition.class).stream()
                .filter(type -> type.getImplements().stream()
                        .anyMatch(parent -> parent instanceof TypeName name
                                && name.getName().equals("Node")))
                .forEach(type -> nodes.add(type.getName()));
    }

    private static Map<String, Object> representation(String type, String id) {
        return Map.of("__typename", type, "id", id);
    }
}
