package org.wangge.file.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wangge.file.Photos;
import org.wangge.refusal.Fault;

/// Looking into files, whatever is in them.
class InspectionTests {
    private static final int MUTANTS = 300;
    private static final int HEADER_OF_PNG = 33;

    @TempDir
    Path folder;

    /// Bytes changed, lengths turned, ends cut off: each is taken, or refused with a code that a person
    /// can act on.
    @ParameterizedTest
    @EnumSource
    void neverFailsOtherThanWithAWord(FileKind kind) throws IOException {
        var seed = seed(kind);
        var random = new Random(kind.ordinal());
        for (int i = 0; i < MUTANTS; i++) {
            var verdict = verdict(mutant(seed, random));

            assertThat(verdict).isIn("taken", "FILE_NOT_ALLOWED", "FILE_UNREADABLE", "IMAGE_TOO_LARGE");
        }
        assertThat(verdict(seed)).isEqualTo("taken");
    }

    @Test
    void decodesNoPictureOfThousandsOfScans() throws IOException {
        var jpeg = Photos.jpeg(1);
        var scans = new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0};
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < 5_000; i++) {
            out.writeBytes(scans);
        }
        out.write(jpeg, jpeg.length - 2, 2);

        assertThat(verdict(out.toByteArray())).isEqualTo("FILE_UNREADABLE");
    }

    /// A text that unpacks to 200 MB, in a picture with a palette, whose texts the decoder would read.
    @Test
    void unpacksNoTextOfAPicture() throws IOException {
        var packed = new ByteArrayOutputStream();
        packed.writeBytes("note\0\0".getBytes(StandardCharsets.US_ASCII));
        try (var out = new DeflaterOutputStream(packed)) {
            var zeros = new byte[1 << 20];
            for (int i = 0; i < 200; i++) {
                out.write(zeros);
            }
        }
        var png = Photos.png(2);
        var bomb = new ByteArrayOutputStream();
        bomb.write(png, 0, HEADER_OF_PNG);
        bomb.writeBytes(chunk("zTXt", packed.toByteArray()));
        bomb.writeBytes(chunk("tEXt", "Author\0somebody".getBytes(StandardCharsets.US_ASCII)));
        bomb.write(png, HEADER_OF_PNG, png.length - HEADER_OF_PNG);

        var content = inspect(bomb.toByteArray());

        assertThat(new String(Files.readAllBytes(content.kept()), StandardCharsets.ISO_8859_1))
                .doesNotContain("zTXt", "tEXt", "somebody");
    }

    @Test
    void keepsTheSamePictureUnderTheSameHashWhateverTheCameraWrote() throws IOException {
        var bare = inspect(Photos.jpeg(3));
        var told = inspect(Photos.taken(Photos.jpeg(3), 1, "2026:03:02 09:12:00", 30.81, 104.015));

        assertThat(told.hash()).isEqualTo(bare.hash());
        assertThat(told.sentHash()).isNotEqualTo(bare.sentHash());
        assertThat(told.takenAt()).isEqualTo(Instant.parse("2026-03-02T01:12:00Z"));
        assertThat(bare.takenAt()).isNull();
    }

    @Test
    void believesNoClockThatWasNeverSet() throws IOException {
        assertThat(inspect(Photos.taken(Photos.jpeg(4), 1, "1980:01:01 00:00:00", 30.81, 104.015))
                        .takenAt())
                .isNull();
        assertThat(inspect(Photos.mp4(0, "+30.8100+104.0150/")).takenAt()).isNull();
    }

    @Test
    void keepsThumbnailsSmallAndLargePicturesBelowSixteenMillionPixels() throws IOException {
        var content = inspect(Photos.jpeg(7_000, 7_000, 5));

        var kept = Photos.read(Files.readAllBytes(content.kept()));
        var thumbnail = Photos.read(Files.readAllBytes(java.util.Objects.requireNonNull(content.thumbnail())));
        assertThat((long) kept.getWidth() * kept.getHeight()).isLessThanOrEqualTo(Image.KEPT_PIXELS);
        assertThat(thumbnail.getWidth()).isEqualTo(Image.THUMBNAIL);
    }

    private String verdict(byte[] file) throws IOException {
        try {
            inspect(file);
            return "taken";
        } catch (Fault fault) {
            return fault.code().name();
        }
    }

    private Content inspect(byte[] file) throws IOException {
        var sent = Files.createTempDirectory(folder, "upload").resolve("sent");
        Files.write(sent, file);
        return Inspection.of(sent);
    }

    private static byte[] mutant(byte[] seed, Random random) {
        var mutant = seed.clone();
        for (int i = random.nextInt(1, 8); i > 0; i--) {
            var at = random.nextInt(4, mutant.length);
            mutant[at] = random.nextBoolean() ? (byte) random.nextInt(256) : (byte) -random.nextInt(0, 2);
        }
        return random.nextInt(5) == 0 ? Arrays.copyOf(mutant, random.nextInt(4, mutant.length)) : mutant;
    }

    private static byte[] seed(FileKind kind) throws IOException {
        return switch (kind) {
            case JPEG -> Photos.taken(Photos.jpeg(9), 6, "2026:03:02 09:12:00", 30.81, 104.015);
            case PNG -> Photos.png(9);
            case MP4 -> Photos.mp4(3_855_258_720L, "+30.8100+104.0150/");
            case PDF -> "%PDF-1.7\n1 0 obj\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
            case DOCX -> zip("word/document.xml");
            case XLSX -> zip("xl/workbook.xml");
        };
    }

    private static byte[] zip(String name) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry(name));
        }
        return out.toByteArray();
    }

    private static byte[] chunk(String name, byte[] content) {
        var sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.US_ASCII));
        sum.update(content);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .putInt((int) sum.getValue())
                .array();
    }
}
