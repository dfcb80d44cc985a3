package org.wangge.town;

import java.util.ArrayList;
import java.util.List;

/// Looks into the tables of a database, past the server.
public final class Tables {
    private Tables() {}

    public static List<String> texts(String database, String sql) {
        return IdleConnections.use(database, statement -> {
            try (var rows = statement.executeQuery(sql)) {
                var texts = new ArrayList<String>();
                while (rows.next()) {
                    texts.add(String.valueOf(rows.getString(1)));
                }
                return texts;
            }
        });
    }

    public static long number(String database, String sql) {
        return Long.parseLong(texts(database, sql).getFirst());
    }
}
