package org.wangge.resident.request;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.wangge.access.Viewer;
import org.wangge.access.personal.Keyring;
import org.wangge.access.personal.Keyrings;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.resident.ResidentId;
import reactor.core.publisher.Mono;

/// Takes what residents ask about their own records: one request for each fact at a time.
@Service
class RequestService {
    private final Commands commands;
    private final RecordRequests requests;
    private final Keyrings keyrings;
    private final Clock clock;

    RequestService(Commands commands, RecordRequests requests, Keyrings keyrings, Clock clock) {
        this.commands = commands;
        this.requests = requests;
        this.keyrings = keyrings;
        this.clock = clock;
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, also when the same is open
    Mono<Outcome> correction(RequestCorrectionInput input, Viewer viewer) {
        var resident = own(viewer);
        input.check(LocalDate.now(clock));
        return keyrings.current().flatMap(keyring -> {
            var command = new Command(viewer.actor(), input.key(), "requestCorrection", input.fingerprint(keyring));
            return opened(command, resident, input.proposal(), input.reason(), viewer, keyring, "field");
        });
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, also when the same is open
    Mono<Outcome> deletion(RequestDeletionInput input, Viewer viewer) {
        var resident = own(viewer);
        input.check();
        var command = new Command(viewer.actor(), input.key(), "requestDeletion", input);
        return keyrings.current()
                .flatMap(keyring -> opened(command, resident, null, input.reason(), viewer, keyring, "reason"));
    }

    private Mono<Outcome> opened(
            Command command,
            ResidentId resident,
            @Nullable Proposal proposal,
            String reason,
            Viewer viewer,
            Keyring keyring,
            String path) {
        Instant now = clock.instant();
        var work = requests.open(resident, proposal, reason, viewer, keyring, now)
                .switchIfEmpty(Mono.error(() -> Problems.single(path, ProblemCode.DUPLICATE)))
                .map(id -> Done.quietly(id, 1));
        return commands.once(command, now, work);
    }

    /// The resident that the viewer is.
    ///
    /// @throws Fault NOT_PERMITTED for whoever is none in the ledger
    private static ResidentId own(Viewer viewer) {
        var resident = viewer.signedIn().residentId();
        if (resident == null) {
            throw new Fault(FaultCode.NOT_PERMITTED);
        }
        return new ResidentId(resident);
    }
}
