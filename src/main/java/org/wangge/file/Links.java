package org.wangge.file;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wangge.graphql.page.Seal;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// Links to files that are good for a while and for whoever has them. For some minutes the same file
/// has the same link, so that browsers keep what they have loaded.
@Component
class Links {
    private static final int BYTES = 9;

    private final Seal seal;
    private final FileSettings settings;
    private final Clock clock;

    Links(Seal seal, FileSettings settings, Clock clock) {
        this.seal = seal;
        this.settings = settings;
        this.clock = clock;
    }

    /// Which of the two files of an attachment.
    enum Part {
        WHOLE,
        THUMBNAIL
    }

    String upload(String token) {
        return settings.publicUrl() + FileRoutes.PATH + token;
    }

    String to(Attachment attachment, Part part) {
        var half = Math.max(1, settings.link().toSeconds() / 2);
        var until = (clock.instant().getEpochSecond() / half + 3) * half;
        var content = ByteBuffer.allocate(BYTES).put((byte) part.ordinal()).putLong(until);
        var sealed = seal.close(content.array(), context(attachment.id().value()));
        return settings.publicUrl() + FileRoutes.PATH + attachment.id() + "?link=" + sealed;
    }

    /// Which part the link is to.
    ///
    /// @throws Fault NOT_FOUND when we did not make it for this file, LINK_EXPIRED
    Part open(UUID id, String sealed) {
        var content = seal.open(sealed, context(id));
        if (content == null || content.length != BYTES) {
            throw new Fault(FaultCode.NOT_FOUND);
        }
        var read = ByteBuffer.wrap(content);
        var part = Part.values()[read.get()];
        if (clock.instant().getEpochSecond() >= read.getLong()) {
            throw new Fault(FaultCode.LINK_EXPIRED);
        }
        return part;
    }

    private static String context(UUID id) {
        return "file " + id;
    }
}
