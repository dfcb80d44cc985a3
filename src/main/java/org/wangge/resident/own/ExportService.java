package org.wangge.resident.own;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.resident.DisclosurePurpose;
import org.wangge.resident.ResidentId;
import org.wangge.resident.disclosure.DisclosureKind;
import org.wangge.resident.disclosure.DisclosureLog;
import org.wangge.resident.disclosure.Look;
import org.wangge.resident.disclosure.Looker;
import org.wangge.resident.disclosure.PersonalField;
import reactor.core.publisher.Mono;

/// Gives residents a copy of everything that is kept about them (个人信息副本): noted like any look.
@Service
class ExportService {
    private final Commands commands;
    private final DisclosureLog log;
    private final RecordCopy record;
    private final CopyParts parts;
    private final Clock clock;

    ExportService(Commands commands, DisclosureLog log, RecordCopy record, CopyParts parts, Clock clock) {
        this.commands = commands;
        this.log = log;
        this.record = record;
        this.parts = parts;
        this.clock = clock;
    }

    /// @throws Fault NOT_PERMITTED for whoever is nobody in the ledger
    Mono<ExportPayload> export(ExportMyRecordInput input, Viewer viewer) {
        var self = viewer.signedIn().residentId();
        if (self == null) {
            throw new Fault(FaultCode.NOT_PERMITTED);
        }
        var resident = new ResidentId(self);
        var now = clock.instant();
        var work = log.write(look(resident, viewer, now))
                .map(row -> Done.quietly(row.id().value(), 1));
        return commands.once(new Command(viewer.actor(), input.key(), "exportMyRecord", input), now, work)
                .flatMap(outcome ->
                        copy(resident, viewer, now).map(copy -> new ExportPayload(copy, null, outcome.replayed())));
    }

    private Mono<Map<String, Object>> copy(ResidentId resident, Viewer viewer, Instant now) {
        return record.of(resident).zipWith(parts.of(resident, viewer), (facts, others) -> {
            Map<String, Object> copy = new LinkedHashMap<>();
            copy.put("resident_id", resident.toString());
            copy.put("exported_at", now.toString());
            copy.put("record", facts);
            copy.putAll(others);
            return copy;
        });
    }

    private static Look look(ResidentId resident, Viewer viewer, Instant now) {
        return new Look(
                DisclosureKind.EXPORT,
                now,
                Looker.of(viewer, Role.RESIDENT),
                resident.value(),
                null,
                List.copyOf(Arrays.asList(PersonalField.values())),
                DisclosurePurpose.OWN_RECORD,
                "",
                null);
    }
}
