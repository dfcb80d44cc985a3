package org.wangge.local;

import java.util.ArrayList;
import java.util.List;

/// Rows of a label and a text in a frame. Chinese characters take two columns of a terminal, and
/// the frame knows it.
final class Box {
    private static final int GAP = 3;

    private final String title;
    private final List<Row> rows = new ArrayList<>();

    private record Row(String label, String text) {}

    Box(String title) {
        this.title = title;
    }

    /// A row; an empty label continues the one above.
    Box row(String label, String text) {
        rows.add(new Row(label, text));
        return this;
    }

    @Override
    public String toString() {
        var labels = rows.stream().mapToInt(row -> width(row.label())).max().orElse(0) + GAP;
        var lines = rows.stream()
                .map(row -> row.label() + spaces(labels - width(row.label())) + row.text())
                .toList();
        return framed(lines);
    }

    private String framed(List<String> lines) {
        var inner =
                Math.max(width(title), lines.stream().mapToInt(Box::width).max().orElse(0));
        var rule = "─".repeat(inner + 2);
        var out = new StringBuilder("┌" + rule + "┐\n").append(framed(title, inner));
        out.append("├").append(rule).append("┤\n");
        lines.forEach(line -> out.append(framed(line, inner)));
        return out.append("└").append(rule).append("┘").toString();
    }

    private static String framed(String line, int inner) {
        return "│ " + line + spaces(inner - width(line)) + " │\n";
    }

    private static String spaces(int count) {
        return " ".repeat(count);
    }

    /// How many columns of a terminal a text takes.
    static int width(String text) {
        return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
    }

    /// Ideographs, kana, and the full-width punctuation of Chinese text (Unicode annex 11).
    private static boolean isWide(int point) {
        return Character.isIdeographic(point)
                || point >= 0x2E80 && point <= 0x303E
                || point >= 0x3041 && point <= 0x33FF
                || point >= 0xFF01 && point <= 0xFF60;
    }
}
