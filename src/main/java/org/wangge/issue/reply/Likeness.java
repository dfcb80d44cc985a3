package org.wangge.issue.reply;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/// How much a text is like another, by the letters and digits of both: 1 less the share of them that
/// would have to be changed.
final class Likeness {
    /// From here on a text is taken for the other (95 %).
    private static final int ALIKE_PERCENT = 95;
    /// So many characters in a row that do not stand in the other are somebody's own.
    private static final int OWN = 10;

    private static final int GRAM = 4;

    private final int[] text;

    Likeness(String text) {
        this.text = letters(text);
    }

    /// Whether the text is the other, but for a few characters.
    boolean isNothingBut(String other) {
        var letters = letters(other);
        return letters.length > 0 && isAlike(letters) && longestOwn(letters) < OWN;
    }

    private boolean isAlike(int[] other) {
        var longest = Math.max(text.length, other.length);
        var allowed = longest * (100 - ALIKE_PERCENT) / 100;
        return Math.abs(text.length - other.length) <= allowed && distance(other, allowed) <= allowed;
    }

    /// Levenshtein's distance, looked for only as far as it is allowed to be.
    private int distance(int[] other, int allowed) {
        var above = IntStream.rangeClosed(0, other.length).toArray();
        for (int i = 1; i <= text.length; i++) {
            var row = new int[other.length + 1];
            Arrays.fill(row, allowed + 1);
            row[0] = i;
            for (int j = Math.max(1, i - allowed); j <= Math.min(other.length, i + allowed); j++) {
                var changed = above[j - 1] + (text[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(row[j - 1], above[j]));
            }
            above = row;
        }
        return above[other.length];
    }

    private int longestOwn(int[] other) {
        var known = grams(other);
        int run = 0;
        int longest = 0;
        int covered = 0;
        for (int i = 0; i < text.length; i++) {
            covered = known.contains(gram(text, i)) ? GRAM : covered;
            run = covered > 0 ? 0 : run + 1;
            longest = Math.max(longest, run);
            covered--;
        }
        return longest;
    }

    private static Set<String> grams(int[] letters) {
        var grams = new HashSet<String>();
        for (int i = 0; i <= letters.length - GRAM; i++) {
            grams.add(gram(letters, i));
        }
        return grams;
    }

    private static String gram(int[] letters, int from) {
        return new String(letters, from, Math.min(GRAM, letters.length - from));
    }

    /// Without blanks and punctuation, however it was typed.
    private static int[] letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .toArray();
    }
}
