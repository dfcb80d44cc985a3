package org.wangge.local.street.seed;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Rows of one table in the text format of `COPY`. A collection becomes an array of plain words, bytes
/// their hexadecimal digits; everything else is written as its `toString`.
public final class Sheet {
    private static final byte[] NULL = {'\\', 'N'};

    private final String table;
    private final String columns;
    private byte[] bytes = new byte[1 << 16];
    private int length;
    private int rows;

    public Sheet(String table, String columns) {
        this.table = table;
        this.columns = columns;
    }

    public void row(@Nullable Object... cells) {
        cells(cells).end();
    }

    /// Some cells of a long row, which `end` ends.
    public Sheet cells(@Nullable Object... cells) {
        for (var cell : cells) {
            append(octets(cell));
            append((byte) '\t');
        }
        return this;
    }

    public void end() {
        bytes[length - 1] = '\n';
        rows++;
    }

    public String table() {
        return table;
    }

    public int rows() {
        return rows;
    }

    public String statement() {
        return "copy " + table + " (" + columns + ") from stdin";
    }

    public InputStream open() {
        return new ByteArrayInputStream(bytes, 0, length);
    }

    private static byte[] octets(@Nullable Object cell) {
        return switch (cell) {
            case null -> NULL;
            case byte[] bytes -> ("\\\\x" + HexFormat.of().formatHex(bytes)).getBytes(StandardCharsets.US_ASCII);
            case Collection<?> words -> octets(array(words));
            default -> escaped(cell.toString()).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static String array(Collection<?> words) {
        return words.isEmpty() ? "{}" : words.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static String escaped(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('\n') < 0 && text.indexOf('\t') < 0) {
            return text;
        }
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t");
    }

    private void append(byte[] octets) {
        reserve(octets.length);
        System.arraycopy(octets, 0, bytes, length, octets.length);
        length += octets.length;
    }

    private void append(byte octet) {
        reserve(1);
        bytes[length++] = octet;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * Math.max(bytes.length, more));
        }
    }
}
