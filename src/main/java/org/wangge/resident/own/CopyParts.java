package org.wangge.resident.own;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.resident.RecordPart;
import org.wangge.resident.ResidentId;
import org.wangge.resident.disclosure.Disclosure;
import org.wangge.resident.disclosure.Disclosures;
import org.wangge.resident.request.RecordRequest;
import org.wangge.resident.request.RecordRequests;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What is kept about a resident beside the record: who looked at it, what was asked about it, and
/// what other capabilities keep.
@Component
class CopyParts {
    private static final int MOST = 1_000;

    private final Disclosures disclosures;
    private final RecordRequests requests;
    private final List<RecordPart> parts;

    CopyParts(Disclosures disclosures, RecordRequests requests, List<RecordPart> parts) {
        this.disclosures = disclosures;
        this.requests = requests;
        this.parts = List.copyOf(parts);
    }

    Mono<Map<String, Object>> of(ResidentId resident, Viewer viewer) {
        var looks = disclosures.newestOf(resident, MOST).map(CopyParts::told).collectList();
        var asked = requests.of(resident)
                .map(all -> all.stream().map(CopyParts::told).toList());
        return Mono.zip(looks, asked, elsewhere(resident, viewer)).map(all -> {
            Map<String, Object> copy = new LinkedHashMap<>();
            copy.put("disclosures", all.getT1());
            copy.put("requests", all.getT2());
            copy.putAll(all.getT3());
            return copy;
        });
    }

    private Mono<Map<String, Object>> elsewhere(ResidentId resident, Viewer viewer) {
        return Flux.fromIterable(parts)
                .concatMap(part -> part.about(resident, viewer.actor()).map(kept -> Map.entry(part.name(), kept)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Map<String, Object> told(Disclosure row) {
        return Map.of(
                "at", row.at().toString(),
                "kind", row.kind().name(),
                "role", row.role().name(),
                "fields", row.fields().stream().map(Enum::name).toList(),
                "purpose", String.valueOf(row.purpose()));
    }

    private static Map<String, Object> told(RecordRequest request) {
        return Map.of(
                "at", request.requestedAt().toString(),
                "kind", request.kind().name(),
                "field", String.valueOf(request.field()),
                "reason", request.reason(),
                "state", request.state().name(),
                "answer", String.valueOf(request.answer()));
    }
}
