package org.wangge.refusal;

import static java.util.stream.Collectors.joining;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// The messages of refusals, problems and faults in the caller's language: English when asked for,
/// Chinese otherwise.
public final class Words {
    private static final String BUNDLE = "org.wangge.refusal.words";
    private static final ResourceBundle CHINESE = ResourceBundle.getBundle(BUNDLE, Locale.CHINESE);
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH);

    private Words() {}

    public static String of(Refusal refusal, Locale locale) {
        return text("refusal." + refusal.code(), refusal.words(), locale);
    }

    public static String of(Problem problem, Locale locale) {
        return text("problem." + problem.code(), problem.words(), locale);
    }

    public static String of(Fault fault, Locale locale) {
        return of(fault.code(), fault.words(), locale);
    }

    public static String of(FaultCode code, List<Object> words, Locale locale) {
        return text("fault." + code, words, locale);
    }

    private static String text(String key, List<Object> words, Locale locale) {
        var bundle = locale.getLanguage().equals("en") ? ENGLISH : CHINESE;
        var told = words.stream().map(word -> told(word, bundle)).toArray();
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(told);
    }

    private static Object told(Object word, ResourceBundle bundle) {
        return switch (word) {
            case Word(var group, var name) -> bundle.getString("word." + group + "." + name);
            case List<?> several ->
                several.stream()
                        .map(one -> told(one, bundle).toString())
                        .collect(joining(bundle.getString("word.and")));
            default -> word;
        };
    }
}
