package org.wangge.notice;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The sentences of notices in the reader's language: English when asked for, Chinese otherwise.
final class Wording {
    private static final String BUNDLE = "org.wangge.notice.words";
    private static final ResourceBundle CHINESE = ResourceBundle.getBundle(BUNDLE, Locale.CHINESE);
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH);
    private static final String WITH_MORE = ".more";

    private Wording() {}

    static String of(NoticeKind kind, List<String> words, Locale locale) {
        var bundle = locale.getLanguage().equals("en") ? ENGLISH : CHINESE;
        var told = words.stream().map(word -> translated(word, bundle)).toArray();
        var more = kind + WITH_MORE;
        var sentence = bundle.getString(told.length > 1 && bundle.containsKey(more) ? more : kind.name());
        return new MessageFormat(sentence, Locale.ROOT).format(told.length == 0 ? new Object[] {""} : told);
    }

    /// A word that is a constant, such as `HANDLE`, is told in words.
    private static String translated(String word, ResourceBundle bundle) {
        var key = "word." + word;
        return bundle.containsKey(key) ? bundle.getString(key) : word;
    }
}
