package org.wangge.file;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/// Pictures and films made for tests: red in the upper left quarter, else of a colour that a number
/// chooses, so that each number makes another file.
public final class Photos {
    private Photos() {}

    public static byte[] jpeg(int number) {
        return encoded("jpeg", 64, 48, number);
    }

    public static byte[] jpeg(int width, int height, int number) {
        return encoded("jpeg", width, height, number);
    }

    public static byte[] png(int number) {
        return encoded("png", 64, 48, number);
    }

    public static BufferedImage read(byte[] image) {
        try {
            return ImageIO.read(new ByteArrayInputStream(image));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The JPEG with what a phone writes into it: how it was held, when (`2026:03:02 09:12:00`), where.
    public static byte[] taken(byte[] jpeg, int orientation, String time, double latitude, double longitude) {
        var exif = exif(orientation, time, latitude, longitude);
        var whole = ByteBuffer.allocate(jpeg.length + exif.length + 10);
        whole.put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.length + 8))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2);
        return whole.array();
    }

    /// A PNG whose head says how large it is, and that holds all of it in one colour, packed small.
    public static byte[] flatPng(int width, int height) {
        return png(width, height, out -> {
            var row = new byte[width + 1];
            for (int i = 0; i < height; i++) {
                out.write(row);
            }
        });
    }

    /// A PNG of a few bytes whose head lies.
    static byte[] lyingPng(int width, int height) {
        return png(width, height, out -> out.write(new byte[10]));
    }

    /// An MP4 without pictures: its kind, when it was made, where, and something that stands for the film.
    public static byte[] mp4(long secondsSince1904, String place) {
        var made = ByteBuffer.allocate(100).putInt(0).putInt((int) secondsSince1904);
        var told = box("udta", box("\u00a9xyz", place.getBytes(StandardCharsets.US_ASCII)));
        var head = joined(box("mvhd", made.array()), told);
        return joined(
                box("ftyp", "isom\0\0\2\0isomiso2mp41".getBytes(StandardCharsets.US_ASCII)),
                box("moov", head),
                box("mdat", new byte[500]));
    }

    private interface Rows {
        void write(DeflaterOutputStream out) throws IOException;
    }

    private static byte[] png(int width, int height, Rows rows) {
        try {
            var packed = new ByteArrayOutputStream();
            try (var out = new DeflaterOutputStream(packed, new Deflater(9))) {
                rows.write(out);
            }
            var png = new ByteArrayOutputStream();
            png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            var head = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] {8, 0, 0, 0, 0});
            chunk(png, "IHDR", head.array());
            chunk(png, "IDAT", packed.toByteArray());
            chunk(png, "IEND", new byte[0]);
            return png.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void chunk(ByteArrayOutputStream png, String name, byte[] content) throws IOException {
        var out = new DataOutputStream(png);
        var named = joined(name.getBytes(StandardCharsets.US_ASCII), content);
        var sum = new CRC32();
        sum.update(named);
        out.writeInt(content.length);
        out.write(named);
        out.writeInt((int) sum.getValue());
    }

    private static byte[] encoded(String format, int width, int height, int number) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(0, number * 37 % 256, 100 + number % 156));
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height / 2);
        pen.setColor(new Color(number & 0xFFFFFF));
        pen.fillRect(width / 2, height / 2, width / 4, height / 4);
        pen.dispose();
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// Three directories one after the other, each entry in twelve bytes, then what they point at.
    private static byte[] exif(int orientation, String time, double latitude, double longitude) {
        var ifd = ByteBuffer.allocate(300);
        ifd.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        ifd.putShort((short) 3);
        entry(ifd, 0x0112, 3, 1, orientation << 16);
        entry(ifd, 0x8769, 4, 1, 50);
        entry(ifd, 0x8825, 4, 1, 68);
        ifd.putInt(0).position(50);
        ifd.putShort((short) 1);
        entry(ifd, 0x9003, 2, 20, 130);
        ifd.putInt(0).position(68);
        ifd.putShort((short) 4);
        entry(ifd, 1, 2, 2, 'N' << 24);
        entry(ifd, 2, 5, 3, 160);
        entry(ifd, 3, 2, 2, 'E' << 24);
        entry(ifd, 4, 5, 3, 184);
        ifd.putInt(0).position(130);
        ifd.put(time.getBytes(StandardCharsets.US_ASCII)).put((byte) 0).position(160);
        degrees(ifd, latitude);
        degrees(ifd, longitude);
        return java.util.Arrays.copyOf(ifd.array(), 208);
    }

    private static void entry(ByteBuffer ifd, int tag, int type, int count, int value) {
        ifd.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static void degrees(ByteBuffer ifd, double degrees) {
        ifd.putInt((int) degrees).putInt(1).putInt(0).putInt(1);
        ifd.putInt((int) Math.round((degrees - (int) degrees) * 3_600_000_0d)).putInt(10_000);
    }

    private static byte[] box(String name, byte[] content) {
        var box = ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .put(content);
        return box.array();
    }

    private static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
