package org.wangge.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

class TrustedDocumentsTests {
    /// The document and the id of the specification's own example.
    private static final String TEXT = "query($id:ID!){user(id:$id){name}}";

    private static final String HASH = "71f7dc5758652baac68e4a10c50be732b741c892ade2883a99358f52b555286b";

    @TempDir
    Path folder;

    @Test
    void knowsTheExamplesByHashAndByName() throws IOException {
        var example = Files.readString(Path.of("schema/examples/grid-map.graphql"));

        assertThat(open().resolved(Map.of("documentId", "grid-map", "variables", Map.of("a", 1))))
                .isEqualTo(Map.of("query", example, "variables", Map.of("a", 1)));
        assertThat(open().resolved(Map.of("documentId", Manifest.id(example)))).containsEntry("query", example);
    }

    @Test
    void knowsWhatStandsInFolders() throws IOException {
        Files.createDirectories(folder.resolve("deep"));
        Files.writeString(folder.resolve("deep/user.graphql"), TEXT);
        var documents = new TrustedDocuments(new DocumentSettings(List.of(folder), true));

        assertThat(documents.resolved(Map.of("documentId", "sha256:" + HASH))).containsEntry("query", TEXT);
        assertThat(documents.resolved(Map.of("documentId", "user"))).containsEntry("query", TEXT);
        assertThat(documents.resolved(persisted(HASH))).containsEntry("query", TEXT);
        assertThat(documents.resolved(Map.of("query", TEXT))).containsEntry("query", TEXT);
    }

    @Test
    void stopsAtTwoDocumentsOfOneName() throws IOException {
        Files.writeString(folder.resolve("grid-map.graphql"), TEXT);

        assertThatThrownBy(() -> new TrustedDocuments(new DocumentSettings(List.of(folder), false)))
                .isInstanceOf(WrongManifest.class)
                .hasMessageContaining("grid-map")
                .hasMessageContaining("grid-map.graphql");
    }

    @Test
    void knowsTheManifestOfAnApolloClient() throws IOException {
        manifest("""
                {"format": "apollo-persisted-query-manifest", "version": 1, "operations": [
                  {"id": "%s", "name": "User", "type": "query", "body": "%s"},
                  {"id": "user-2", "name": "Again", "type": "query", "body": "{ __typename }"}]}""".formatted(HASH, TEXT));
        var documents = new TrustedDocuments(new DocumentSettings(List.of(folder), true));

        for (var body : List.of(
                persisted(HASH), Map.<String, Object>of("documentId", HASH), Map.<String, Object>of("query", TEXT))) {
            assertThat(documents.resolved(body)).containsEntry("query", TEXT);
        }
        assertThat(documents.resolved(persisted("user-2"))).containsEntry("query", "{ __typename }");
        assertThat(documents.resolved(Map.of("documentId", "user-2"))).containsEntry("query", "{ __typename }");
    }

    @Test
    void knowsTheManifestOfARelayClient() throws IOException {
        manifest("{\"0123456789abcdef\": \"" + TEXT + "\"}");
        var documents = new TrustedDocuments(new DocumentSettings(List.of(folder), true));

        assertThat(documents.resolved(Map.of("documentId", "0123456789abcdef"))).containsEntry("query", TEXT);
        assertThat(documents.resolved(Map.of("documentId", Manifest.id(TEXT)))).containsEntry("query", TEXT);
    }

    @Test
    void takesTheSameDocumentFromTwoManifests() throws IOException {
        manifest("{\"one\": \"" + TEXT + "\"}");
        Files.writeString(folder.resolve("other.json"), "{\"one\": \"" + TEXT + "\"}");

        assertThat(Manifest.of(List.of(folder)).text("one")).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "1",
                "{\"a\": 1}",
                "{\"\": \"{ a }\"}",
                "{\"grid-map\": \"{ a }\"}",
                "{\"format\": \"other\", \"version\": 1, \"operations\": []}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 2, \"operations\": []}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\": [{\"id\": \"a\"}]}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\": [{\"body\": \"{ a }\"}]}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\": ["
                        + "{\"id\": \"a\", \"body\": \"{ a }\"}, {\"id\": \"a\", \"body\": \"{ b }\"}]}"
            })
    void stopsAtAManifestThatIsWrong(String text) throws IOException {
        manifest(text);

        assertThatThrownBy(() -> Manifest.of(List.of(folder)))
                .isInstanceOf(WrongManifest.class)
                .hasMessageContaining(folder.toString());
        assertThat(new WrongManifestAnalyzer()
                        .analyze(new WrongManifest("what is wrong"))
                        .getDescription())
                .isEqualTo("what is wrong");
    }

    @Test
    void stopsAtAFolderThatIsNotThere() {
        var missing = folder.resolve("missing");

        assertThatThrownBy(() -> Manifest.of(List.of(missing)))
                .isInstanceOf(WrongManifest.class)
                .hasMessageContaining("missing");
    }

    private void manifest(String text) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), text);
    }

    @Test
    void registersADocumentByApollosProtocol() {
        var documents = open();
        refuses(documents, persisted(HASH), FaultCode.PERSISTED_QUERY_NOT_FOUND);

        documents.resolved(Map.of("query", TEXT, "extensions", persisted(HASH).get("extensions")));

        assertThat(documents.resolved(persisted(HASH))).containsEntry("query", TEXT);
        refuses(documents, Map.of("documentId", "sha256:" + HASH), FaultCode.DOCUMENT_UNKNOWN);
    }

    @Test
    void registersNothingUnderTheHashOfAnother() {
        var other =
                Map.of("query", "{ __typename }", "extensions", persisted(HASH).get("extensions"));

        refuses(open(), other, FaultCode.DOCUMENT_HASH_DIFFERS);
    }

    @Test
    void refusesWhatIsNotTrustedWhereOnlyThatIsCarriedOut() {
        var documents = new TrustedDocuments(new DocumentSettings(List.of(), true));

        refuses(documents, Map.of("query", TEXT), FaultCode.DOCUMENT_NOT_TRUSTED);
        refuses(documents, persisted(HASH), FaultCode.DOCUMENT_NOT_TRUSTED);
        refuses(
                documents,
                Map.of("query", TEXT, "extensions", persisted(HASH).get("extensions")),
                FaultCode.DOCUMENT_NOT_TRUSTED);
        assertThat(documents.resolved(Map.of("documentId", "grid-map"))).containsKey("query");
    }

    @Test
    void refusesRequestsThatDoNotTellTheDocument() {
        for (Map<String, Object> body : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("query", ""),
                Map.of("query", 1),
                Map.of("documentId", List.of()),
                Map.of("query", TEXT, "documentId", "grid-map"),
                Map.of("extensions", Map.of("persistedQuery", HASH)),
                Map.of("extensions", Map.of("persistedQuery", Map.of("version", 2, "sha256Hash", HASH))))) {
            refuses(open(), body, FaultCode.INVALID_BODY);
        }
        refuses(open(), Map.of("documentId", "none"), FaultCode.DOCUMENT_UNKNOWN);
    }

    private static TrustedDocuments open() {
        return new TrustedDocuments(new DocumentSettings(List.of(), false));
    }

    private static Map<String, Object> persisted(String hash) {
        return Map.of("extensions", Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", hash)));
    }

    private static void refuses(TrustedDocuments documents, Map<String, Object> body, FaultCode code) {
        assertThatThrownBy(() -> documents.resolved(body))
                .asInstanceOf(type(Fault.class))
                .extracting(Fault::code)
                .isEqualTo(code);
    }
}
