package org.wangge.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What an answer holds: for each list and each relation in it the ids, those of a relation behind
/// the id of whatever has it. A list that was refused holds [#REFUSED].
record Seen(Map<String, List<String>> ids) {
    static final String REFUSED = "refused";

    Seen() {
        this(new TreeMap<>());
    }

    static Seen in(Map<String, @Nullable Object> data) {
        var seen = new Seen();
        data.forEach((list, value) -> {
            if (value == null) {
                seen.note(list, REFUSED);
            }
            seen.look(list, "", value);
        });
        return seen;
    }

    void note(String list, String id) {
        ids.computeIfAbsent(list, any -> new ArrayList<>()).add(id);
    }

    /// The ids of a list or relation, which may be none.
    List<String> of(String list) {
        return ids.getOrDefault(list, List.of());
    }

    private void look(String list, String owner, @Nullable Object value) {
        if (value instanceof Collection<?> many) {
            many.forEach(one -> look(list, owner, one));
        } else if (value instanceof Map<?, ?> fields) {
            var id = fields.get("id");
            if (id != null) {
                note(list, owner + id);
            }
            fields.forEach((name, inner) -> look(path(list, name), id == null ? owner : id + " ", inner));
        }
    }

    private static String path(String list, Object field) {
        return field.equals("nodes") ? list : list + '.' + field;
    }
}
