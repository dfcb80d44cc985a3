package org.wangge.access.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// What a password must be: long, unlike those that everybody tries first, and not the name of the
/// account. No classes of characters are asked for, and none expires (NIST SP 800-63B).
final class PasswordRules {
    static final int SHORTEST = 10;
    static final int LONGEST = 128;

    private static final Set<String> COMMON = common();

    private PasswordRules() {}

    static Problems problems(String path, String password, @Nullable String name) {
        var length = password.codePointCount(0, password.length());
        var plain = plain(password);
        return new Problems()
                .check(length >= SHORTEST, path, ProblemCode.TOO_SHORT, SHORTEST, length)
                .check(length <= LONGEST, path, ProblemCode.TOO_LONG, LONGEST, length)
                .check(!isCommon(plain), path, ProblemCode.TOO_COMMON)
                .check(name == null || name.isEmpty() || !plain.contains(plain(name)), path, ProblemCode.CONTAINS_NAME);
    }

    /// On the list, or one character again and again.
    private static boolean isCommon(String plain) {
        return COMMON.contains(plain)
                || COMMON.contains(plain.replaceFirst("[0-9!@#.]+$", ""))
                || plain.chars().distinct().count() < 4;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static Set<String> common() {
        try (InputStream list =
                Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
