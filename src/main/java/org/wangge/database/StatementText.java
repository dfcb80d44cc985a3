package org.wangge.database;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.dao.InvalidDataAccessApiUsageException;

/// A statement as it is written, with `:names`, and as PostgreSQL takes it, with `$1`. What stands in quotes or
/// comments, and the type of a cast, is no name.
///
/// @param written with names
/// @param sent with numbers, one to a name however often it occurs
/// @param places of the names, from 0
record StatementText(String written, String sent, Map<String, Integer> places) {
    private static final Pattern PART = Pattern.compile(
            "'[^']*'|\"[^\"]*\"|--[^\n]*|/\\*.*?\\*/|\\$(\\w*)\\$.*?\\$\\1\\$|::|:([a-zA-Z]\\w*)", Pattern.DOTALL);
    private static final int NAME = 2;

    static StatementText of(String written) {
        var places = new LinkedHashMap<String, Integer>();
        var sent = new StringBuilder(written.length());
        var parts = PART.matcher(written);
        while (parts.find()) {
            var name = parts.group(NAME);
            parts.appendReplacement(sent, "");
            if (name == null) {
                sent.append(parts.group());
            } else {
                sent.append('$').append(places.computeIfAbsent(name, _ -> places.size()) + 1);
            }
        }
        return new StatementText(written, parts.appendTail(sent).toString(), Map.copyOf(places));
    }

    /// @throws InvalidDataAccessApiUsageException when the statement has no such name
    int place(String name) {
        var place = places.get(name);
        if (place == null) {
            throw new InvalidDataAccessApiUsageException("no parameter [%s] in [%s]".formatted(name, written));
        }
        return place;
    }

    /// The name that has this place.
    String name(int place) {
        return places.entrySet().stream()
                .filter(each -> each.getValue() == place)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}
