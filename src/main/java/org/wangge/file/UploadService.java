package org.wangge.file;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Gives tickets to upload with.
@Service
class UploadService {
    private static final int ANONYMOUS_TOGETHER = 10;
    private static final Duration LATER = Duration.ofMinutes(15);

    private final Commands commands;
    private final Tickets tickets;
    private final FileSettings settings;
    private final Clock clock;

    UploadService(Commands commands, Tickets tickets, FileSettings settings, Clock clock) {
        this.commands = commands;
        this.tickets = tickets;
        this.settings = settings;
        this.clock = clock;
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, KEY_REUSED
    /// @throws Fault RATE_LIMITED when too much of theirs lies about unclaimed
    Mono<Outcome> request(RequestUploadInput input, Viewer viewer) {
        input.check(settings.most().toBytes());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var command = new Command(viewer.actor(), input.key(), "requestUpload", input);
        return commands.once(command, now, Mono.defer(() -> give(input, viewer, now)));
    }

    private Mono<Done> give(RequestUploadInput input, Viewer viewer, Instant now) {
        var ticket = new UploadTicket(
                new AttachmentId(UUID.randomUUID()),
                viewer.actor(),
                FileName.plain(input.name()),
                input.size(),
                input.hash(),
                now.plus(settings.ticket()),
                null);
        var most = settings.unclaimed().toBytes() * (viewer.accountId() == null ? ANONYMOUS_TOGETHER : 1);
        return tickets.insert(ticket, input.mediaType(), now, now.minus(settings.unclaimedFor()), most)
                .filter(inserted -> inserted)
                .switchIfEmpty(Mono.error(() -> new Fault(FaultCode.RATE_LIMITED, LATER.toSeconds())))
                .map(inserted -> Done.quietly(ticket.attachmentId().value(), 1));
    }
}
