package org.wangge.file.content;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.CoordinateSystem;
import org.wangge.grid.Point;

/// Reads what the camera wrote into a JPEG, and nothing else of it. What is broken there is as if it
/// were not there: the picture may be good all the same.
final class Exif {
    /// Phones in China write the time of the wall clock, often without a zone.
    private static final TimeZone HERE = TimeZone.getTimeZone(ZoneId.of("Asia/Shanghai"));

    private static final Instant FIRST_CAMERAS = Instant.parse("2000-01-01T00:00:00Z");

    private Exif() {}

    static Camera of(Path jpeg) {
        try {
            var metadata = JpegMetadataReader.readMetadata(jpeg.toFile(), List.of(new ExifReader()));
            return new Camera(orientation(metadata), takenAt(metadata), point(metadata));
        } catch (IOException | JpegProcessingException | RuntimeException unreadable) {
            return Camera.SILENT;
        }
    }

    private static int orientation(Metadata metadata) {
        var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        var orientation = directory == null ? null : directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
        return orientation == null || orientation < 1 || orientation > 8 ? 1 : orientation;
    }

    private static @Nullable Instant takenAt(Metadata metadata) {
        var directory = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        var date = directory == null ? null : directory.getDateOriginal(HERE);
        return date == null ? null : plausible(date.toInstant());
    }

    private static @Nullable Point point(Metadata metadata) {
        var directory = metadata.getFirstDirectoryOfType(GpsDirectory.class);
        var location = directory == null ? null : directory.getGeoLocation();
        return location == null || location.isZero()
                ? null
                : new Point(location.getLongitude(), location.getLatitude(), CoordinateSystem.WGS84);
    }

    /// Cameras without a clock begin in 1970, 1980 or 1904.
    static @Nullable Instant plausible(Instant at) {
        return at.isBefore(FIRST_CAMERAS) ? null : at;
    }
}
