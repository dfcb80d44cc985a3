package org.wangge.graphql.page;

import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// Finds texts that contain another, from two characters on, by an index of overlapping pairs
/// (what trigrams cannot do for Chinese words).
public final class TextSearch {
    private static final int SHORTEST = 2;

    private TextSearch() {}

    /// `grams` is a column with `bigrams(..)` of what `column` holds.
    ///
    /// @throws Fault TEXT_TOO_SHORT below two characters
    public static Conditions limit(Conditions where, String column, String grams, String sought, String path) {
        var text = sought.strip();
        if (text.codePointCount(0, text.length()) < SHORTEST) {
            throw new Fault(FaultCode.TEXT_TOO_SHORT, path, SHORTEST);
        }
        return where.and(grams + " @> bigrams(:sought)", "sought", text)
                .and(column + " ilike :soughtLike", "soughtLike", '%' + text.replaceAll("([\\\\%_])", "\\\\$1") + '%');
    }
}
