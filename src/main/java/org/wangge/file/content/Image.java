package org.wangge.file.content;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.FileImageOutputStream;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// Decodes a picture and encodes it anew, upright and with nothing but the picture in it. How large
/// it is, is read from its head before any of it is decoded.
final class Image {
    /// More than any phone takes by itself.
    static final int MOST_PIXELS = 50_000_000;
    /// What is kept; of a larger picture every second or third pixel is read.
    static final int KEPT_PIXELS = 16_000_000;

    static final int THUMBNAIL = 320;
    private static final float QUALITY = 0.88f;
    private static final float THUMBNAIL_QUALITY = 0.8f;

    private Image() {}

    static BufferedImage read(Path file, FileKind kind, Camera camera) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(kind.name()).next();
        try (var in = new FileImageInputStream(file.toFile())) {
            reader.setInput(in, true, true);
            reader.addIIOReadWarningListener((source, warning) -> noteEnd(warning));
            return upright(decoded(reader), camera.orientation());
        } catch (RuntimeException broken) {
            // The decoders trust what they read: an odd length or table ends in any exception.
            if (broken instanceof Fault) {
                throw broken;
            }
            throw new Broken(broken.toString());
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage decoded(ImageReader reader) throws IOException {
        var pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
            throw new Fault(FaultCode.IMAGE_TOO_LARGE, MOST_PIXELS / 1_000_000);
        }
        var step = (int) Math.ceil(Math.sqrt((double) pixels / KEPT_PIXELS));
        var wanted = reader.getDefaultReadParam();
        wanted.setSourceSubsampling(Math.max(step, 1), Math.max(step, 1), 0, 0);
        return reader.read(0, wanted);
    }

    /// The decoder fills with grey what is missing, and only warns.
    private static void noteEnd(String warning) {
        if (warning.contains("remature end")) {
            throw new IllegalStateException(warning);
        }
    }

    static void write(BufferedImage picture, FileKind kind, Path to) throws IOException {
        if (kind == FileKind.JPEG) {
            writeJpeg(picture, QUALITY, to);
        } else if (!ImageIO.write(picture, "png", to.toFile())) {
            throw new IOException("no writer for " + kind);
        }
    }

    /// A small JPEG, halved until it fits, so that no line is lost between pixels.
    static void writeThumbnail(BufferedImage picture, Path to) throws IOException {
        var small = picture;
        var longest = Math.max(small.getWidth(), small.getHeight());
        while (longest > THUMBNAIL) {
            var next = Math.max(THUMBNAIL, longest / 2);
            small = scaled(small, (double) next / longest);
            longest = next;
        }
        writeJpeg(onWhite(small), THUMBNAIL_QUALITY, to);
    }

    private static void writeJpeg(BufferedImage picture, float quality, Path to) throws IOException {
        Files.deleteIfExists(to);
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new FileImageOutputStream(to.toFile())) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
    }

    /// Turned and mirrored as the camera said it was held, in plain colours.
    private static BufferedImage upright(BufferedImage read, int orientation) {
        double width = read.getWidth();
        double height = read.getHeight();
        var turn = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
        var lies = orientation >= 5;
        return drawn(read, turn, lies ? read.getHeight() : read.getWidth(), lies ? read.getWidth() : read.getHeight());
    }

    private static BufferedImage scaled(BufferedImage picture, double by) {
        return drawn(
                picture,
                AffineTransform.getScaleInstance(by, by),
                Math.max(1, (int) Math.round(picture.getWidth() * by)),
                Math.max(1, (int) Math.round(picture.getHeight() * by)));
    }

    private static BufferedImage drawn(BufferedImage picture, AffineTransform as, int width, int height) {
        var type = picture.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var drawn = new BufferedImage(width, height, type);
        var pen = drawn.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, as, null);
        pen.dispose();
        return drawn;
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        var drawn = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        pen.drawImage(picture, 0, 0, Color.WHITE, null);
        pen.dispose();
        return drawn;
    }
}
