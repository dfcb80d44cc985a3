package org.wangge.file.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// Looks into a file that was sent, and makes of it what is kept. It reads disks and decodes
/// images: for a thread that may wait, and not for many at once.
public final class Inspection {
    private static final int BLOCK = 1 << 16;
    private static final int TAIL = 2_048;

    private Inspection() {}

    /// What is made on the way stands beside the file, in a folder that is its own.
    ///
    /// @throws Fault FILE_NOT_ALLOWED, FILE_UNREADABLE, IMAGE_TOO_LARGE
    public static Content of(Path sent) throws IOException {
        var kind = Magic.of(sent).orElseThrow(() -> new Fault(FaultCode.FILE_NOT_ALLOWED, FileKind.names()));
        var sentHash = hash(sent);
        try {
            return switch (kind) {
                case JPEG, PNG -> image(sent, kind, sentHash);
                case MP4 -> content(kind, sentHash, sent, null, Video.cleaned(sent));
                case PDF -> content(kind, sentHash, pdf(sent), null, Camera.SILENT);
                case DOCX, XLSX -> content(kind, sentHash, sent, null, Camera.SILENT);
            };
        } catch (IOException broken) {
            throw new Fault(FaultCode.FILE_UNREADABLE);
        }
    }

    private static Content image(Path sent, FileKind kind, byte[] sentHash) throws IOException {
        var camera = kind == FileKind.JPEG ? Exif.of(sent) : Camera.SILENT;
        var source = sent;
        if (kind == FileKind.JPEG) {
            Jpeg.check(sent);
        } else {
            source = sent.resolveSibling("picture");
            Png.copyPicture(sent, source);
        }
        var picture = Image.read(source, kind, camera);
        var kept = sent.resolveSibling("kept");
        Image.write(picture, kind, kept);
        var thumbnail = sent.resolveSibling("thumbnail");
        Image.writeThumbnail(picture, thumbnail);
        return content(kind, sentHash, kept, thumbnail, camera);
    }

    /// Whole to its last line.
    private static Path pdf(Path sent) throws IOException {
        try (var in = Files.newInputStream(sent)) {
            in.skipNBytes(Math.max(0, Files.size(sent) - TAIL));
            var tail = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
            if (!tail.contains("%%EOF")) {
                throw new Broken("no end of the document");
            }
        }
        return sent;
    }

    private static Content content(FileKind kind, byte[] sentHash, Path kept, @Nullable Path thumbnail, Camera camera)
            throws IOException {
        return new Content(
                kind, sentHash, hash(kept), Files.size(kept), kept, thumbnail, camera.takenAt(), camera.point());
    }

    private static byte[] hash(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var block = new byte[BLOCK];
            for (var read = in.read(block); read >= 0; read = in.read(block)) {
                digest.update(block, 0, read);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
