package org.wangge.issue.flow;

import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.Move;

/// What the moves are called, in Chinese and English.
final class MoveLabels {
    private static final String BUNDLE = "org.wangge.issue.flow.moves";
    private static final ResourceBundle CHINESE = ResourceBundle.getBundle(BUNDLE, Locale.CHINESE);
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH);

    private MoveLabels() {}

    /// In the locale that was asked for, or else that of the request.
    static String of(Move move, @Nullable String wanted, Locale request) {
        var locale = wanted == null ? request : Locale.forLanguageTag(wanted);
        return (locale.getLanguage().equals("en") ? ENGLISH : CHINESE).getString(move.name());
    }
}
