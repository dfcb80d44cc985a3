package org.wangge.file;

import java.util.Locale;
import java.util.regex.Pattern;
import org.wangge.file.content.FileKind;

/// What files are called: never where they lie.
final class FileName {
    private static final int LONGEST = 200;
    /// Control characters, those that turn the direction of writing, and what no file system takes.
    private static final Pattern ODD = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}<>:\"|?*]");

    private FileName() {}

    /// The name without folders before it and without what it could deceive with.
    static String plain(String sent) {
        var name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        name = ODD.matcher(name).replaceAll("").strip();
        var tooMany = name.codePointCount(0, name.length()) - LONGEST;
        name = tooMany > 0 ? name.substring(name.offsetByCodePoints(0, tooMany)) : name;
        return name.isEmpty() || name.chars().allMatch(character -> character == '.') ? "file" : name;
    }

    /// The name with the ending of what it is.
    static String of(String plain, FileKind kind) {
        var lower = plain.toLowerCase(Locale.ROOT);
        var fits = lower.endsWith('.' + kind.extension()) || kind == FileKind.JPEG && lower.endsWith(".jpeg");
        return fits ? plain : plain + '.' + kind.extension();
    }
}
