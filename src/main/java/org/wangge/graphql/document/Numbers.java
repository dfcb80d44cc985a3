package org.wangge.graphql.document;

import org.wangge.refusal.Fault;

/// Looks at the numbers in a text that is not parsed yet: the parser weighs at each digit what the number
/// could still become, which takes it twenty times as long as other text.
public final class Numbers {
    private static final String BLOCK = "\"\"\"";

    private final String text;
    private int longest;

    private Numbers(String text) {
        this.text = text;
        for (var at = 0; at < text.length(); ) {
            at = after(at);
        }
    }

    /// @throws Fault DOCUMENT_TOO_LARGE
    public static void check(String text, DocumentLimits limits) {
        var longest = new Numbers(text).longest;
        if (longest > limits.digits()) {
            throw Limit.DIGITS.exceeded(longest, limits.digits());
        }
    }

    /// Where what begins here ends: a comment, a text, a name, a number or a character of its own.
    private int after(int at) {
        var first = text.charAt(at);
        if (first == '#') {
            return afterLine(at);
        }
        if (first == '"') {
            return text.startsWith(BLOCK, at) ? afterBlock(at + BLOCK.length()) : afterString(at + 1);
        }
        if (isDigit(first)) {
            return afterNumber(at);
        }
        return isOfName(first) ? afterName(at) : at + 1;
    }

    private int afterLine(int from) {
        var at = from;
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// What is not closed is left to the parser.
    private int afterString(int from) {
        var at = from;
        while (at < text.length() && text.charAt(at) != '"' && !isLineEnd(text.charAt(at))) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private int afterBlock(int from) {
        var end = text.indexOf(BLOCK, from);
        while (end > from && text.charAt(end - 1) == '\\') {
            end = text.indexOf(BLOCK, end + 1);
        }
        return end < 0 ? text.length() : end + BLOCK.length();
    }

    private int afterNumber(int from) {
        var at = from;
        while (at < text.length() && (isDigit(text.charAt(at)) || "+-.eE".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        longest = Math.max(longest, at - from);
        return at;
    }

    private int afterName(int from) {
        var at = from;
        while (at < text.length() && (isOfName(text.charAt(at)) || isDigit(text.charAt(at)))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char one) {
        return one >= '0' && one <= '9';
    }

    private static boolean isOfName(char one) {
        return one == '_' || one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z';
    }

    private static boolean isLineEnd(char one) {
        return one == '\n' || one == '\r';
    }
}
