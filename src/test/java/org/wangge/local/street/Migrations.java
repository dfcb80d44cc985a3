package org.wangge.local.street;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.wangge.local.street.matter.Category;

/// The second-level categories as the migration spells them, for tests without a database.
public final class Migrations {
    private static final String FILE = "/db/migration/V0602__issue_categories.sql";
    private static final Pattern ROW = Pattern.compile("\\('(\\w+)', '\\w+', \\d+, '(\\w+)'");

    private Migrations() {}

    public static List<Category> categories() {
        return ROW.matcher(read())
                .results()
                .map(row -> new Category(row.group(1), id(row.group(1)), row.group(2)))
                .toList();
    }

    private static UUID id(String code) {
        return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
    }

    private static String read() {
        try (var stream = Objects.requireNonNull(Migrations.class.getResourceAsStream(FILE))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
