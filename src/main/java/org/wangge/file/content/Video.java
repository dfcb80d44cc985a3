package org.wangge.file.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.CoordinateSystem;
import org.wangge.grid.Point;

/// Reads when and where an MP4 was taken, and empties the boxes that say so: the film itself is
/// left as it is. A box is its length, its name in four letters, and what it holds.
final class Video {
    private static final Set<String> PARENTS = Set.of("moov", "trak");
    /// What people, places and devices are written into.
    private static final Set<String> TOLD = Set.of("udta", "meta", "uuid");

    private static final long FROM_1904_TO_1970 = 2_082_844_800L;
    private static final int HEADER = 8;
    private static final int WIDE_HEADER = 16;
    private static final int MOST_BOXES = 10_000;
    private static final int MOST_TOLD = 1 << 20;
    /// ISO 6709, such as `+30.8100+104.0150+512/`.
    private static final Pattern PLACE = Pattern.compile("([+-]\\d{1,2}\\.\\d+)([+-]\\d{1,3}\\.\\d+)");

    private final FileChannel file;
    private int boxes;
    private boolean hasFilm;
    private @Nullable Instant takenAt;
    private @Nullable Point point;

    private Video(FileChannel file) {
        this.file = file;
    }

    /// @throws Broken when it is cut off, or no film is in it
    static Camera cleaned(Path mp4) throws IOException {
        try (var file = FileChannel.open(mp4, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var video = new Video(file);
            video.walk(0, file.size());
            if (!video.hasFilm) {
                throw new Broken("no moov box");
            }
            return new Camera(1, video.takenAt, video.point);
        }
    }

    private void walk(long from, long to) throws IOException {
        for (var at = from; at < to; ) {
            var header = read(at, (int) Math.min(WIDE_HEADER, to - at));
            var length = lengthOf(header, to - at);
            if (header.limit() < HEADER || length < HEADER || length > to - at || ++boxes > MOST_BOXES) {
                throw new Broken("a box at " + at + " ends outside of its parent");
            }
            box(nameOf(header), at, length);
            at += length;
        }
    }

    private void box(String name, long at, long length) throws IOException {
        if (TOLD.contains(name)) {
            readPlace(at, length);
            empty(at, length);
        } else if (name.equals("mvhd")) {
            takenAt = createdAt(at);
        } else if (PARENTS.contains(name)) {
            hasFilm = true;
            walk(at + HEADER, at + length);
        }
    }

    /// A length of 0 goes to the end, one of 1 stands behind the name in eight bytes.
    private static long lengthOf(ByteBuffer header, long rest) {
        if (header.limit() < HEADER) {
            return -1;
        }
        var length = Integer.toUnsignedLong(header.getInt(0));
        if (length == 1) {
            return header.limit() < WIDE_HEADER ? -1 : header.getLong(HEADER);
        }
        return length == 0 ? rest : length;
    }

    private static String nameOf(ByteBuffer header) {
        return StandardCharsets.ISO_8859_1.decode(header.slice(4, 4)).toString();
    }

    private @Nullable Instant createdAt(long at) throws IOException {
        var box = read(at, 20);
        if (box.limit() < 20) {
            throw new Broken("a header that is cut off");
        }
        var isWide = box.get(HEADER) == 1;
        var seconds = isWide ? box.getLong(12) : Integer.toUnsignedLong(box.getInt(12));
        return seconds < FROM_1904_TO_1970 || seconds > FROM_1904_TO_1970 * 4
                ? null
                : Exif.plausible(Instant.ofEpochSecond(seconds - FROM_1904_TO_1970));
    }

    private void readPlace(long at, long length) throws IOException {
        var text = StandardCharsets.ISO_8859_1
                .decode(read(at, (int) Math.min(length, MOST_TOLD)))
                .toString();
        var place = PLACE.matcher(text);
        if (point == null && place.find()) {
            var latitude = Double.parseDouble(place.group(1));
            var longitude = Double.parseDouble(place.group(2));
            if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
                point = new Point(longitude, latitude, CoordinateSystem.WGS84);
            }
        }
    }

    /// As free space, of the same length: nothing behind it moves.
    private void empty(long at, long length) throws IOException {
        file.write(ByteBuffer.wrap("free".getBytes(StandardCharsets.US_ASCII)), at + 4);
        var zeros = ByteBuffer.allocate(8_192);
        for (var done = HEADER; done < length; done += zeros.capacity()) {
            zeros.clear().limit((int) Math.min(zeros.capacity(), length - done));
            file.write(zeros, at + done);
        }
    }

    private ByteBuffer read(long at, int most) throws IOException {
        var buffer = ByteBuffer.allocate(most);
        while (buffer.hasRemaining() && file.read(buffer, at + buffer.position()) > 0) {
            // until it is full or the file ends
        }
        return buffer.flip();
    }
}
