package org.wangge.local.street;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.wangge.issue.clock.UsualTime;
import org.wangge.local.street.life.Limits;
import org.wangge.local.street.matter.Category;

/// The second-level categories and the due points as the migrations spell them, for tests without a database.
public final class Migrations {
    private static final String CATEGORIES = "/db/migration/V0602__issue_categories.sql";
    private static final String POLICIES = "/db/migration/V0605__issue_clock.sql";
    private static final Pattern ROW = Pattern.compile("\\('(\\w+)', '(\\w+)', \\d+, '(\\w+)'");

    private static final Pattern POLICY = Pattern.compile("\\('(\\w+)', '(\\w+)', (true|false), (\\d+), (\\d+)\\)");

    private Migrations() {}

    public static List<Category> categories() {
        return ROW.matcher(read(CATEGORIES))
                .results()
                .map(row -> new Category(row.group(1), row.group(2), id(row.group(1)), row.group(3)))
                .toList();
    }

    public static Limits limits() {
        var policies = POLICY.matcher(read(POLICIES))
                .results()
                .map(row -> new Limits.Policy(
                        id(row.group(1) + row.group(2)),
                        null,
                        row.group(1),
                        row.group(2),
                        row.group(3).equals("true"),
                        Integer.parseInt(row.group(4)),
                        Integer.parseInt(row.group(5))))
                .toList();
        return new Limits(policies, UsualTime.inChina());
    }

    private static UUID id(String code) {
        return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String file) {
        try (var stream = Objects.requireNonNull(Migrations.class.getResourceAsStream(file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
