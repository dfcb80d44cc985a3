package org.wangge.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.access.personal.TestKeys;
import org.wangge.town.RunningWangge;
import org.wangge.town.TestPostgres;

/// The server does not start with a schema that promises what the code does not serve.
class ContractTests {
    @Test
    void aRenamedFieldStopsTheStartWithASentenceThatNamesIt(@TempDir Path folder) throws Exception {
        copySchema(folder.resolve("schema"), "  headline: String!");

        var started = RunningWangge.start(
                folder.resolve("data"),
                "--spring.graphql.schema.locations=file:" + folder.resolve("schema") + "/",
                "--wangge.database.url=" + TestPostgres.jdbcUrl(TestPostgres.emptyDatabase()),
                "--wangge.database.user=postgres",
                "--wangge.personal.master-key=" + TestKeys.MASTER);

        assertThat(started.untilEnd()).isNotZero();
        assertThat(started.output())
                .contains("The schema and the code do not fit: nothing serves Issue.headline")
                .contains("Action:")
                .doesNotContain("\tat ");
    }

    private static void copySchema(Path folder, String renamed) throws IOException {
        Files.createDirectory(folder);
        try (var files = Files.newDirectoryStream(Path.of("schema"), "*.graphqls")) {
            for (var file : files) {
                var schema = Files.readString(file);
                Files.writeString(
                        folder.resolve(file.getFileName()),
                        file.endsWith("issue.graphqls")
                                ? schema.replaceFirst("(?m)^  title: String!$", renamed)
                                : schema);
            }
        }
    }
}
