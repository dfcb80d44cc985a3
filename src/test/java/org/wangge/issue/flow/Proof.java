package org.wangge.issue.flow;

import java.util.Map;
import org.wangge.file.Photos;
import org.wangge.file.Sender;
import org.wangge.town.Graph;
import org.wangge.town.TownClock;

/// What a handler gives as evidence.
final class Proof {
    private static int photos;

    private Proof() {}

    /// Somebody was met or reached.
    static Map<String, Object> person(String contacted, String means) {
        return evidence(Map.of("kind", "PERSON", "contacted", contacted, "means", means));
    }

    /// A photo, with what the phone wrote into it.
    static Map<String, Object> photo(Graph by, String kind, String at, double longitude, double latitude) {
        return of(kind, sent(by, at, longitude, latitude));
    }

    /// A file that was sent before.
    static Map<String, Object> of(String kind, String attachment) {
        return evidence(Map.of("kind", kind, "attachmentIds", new String[] {attachment}));
    }

    static synchronized String sent(Graph by, String at, double longitude, double latitude) {
        var time = (at + ":00").replace('-', ':');
        return new Sender(by).sendJpeg(Photos.taken(Photos.jpeg(++photos), 1, time, latitude, longitude));
    }

    static Map<String, Object> analysis(String cause, boolean recurs, String prevention) {
        return evidence(Map.of("kind", "ANALYSIS", "cause", cause, "recurs", recurs, "prevention", prevention));
    }

    static Map<String, Object> process(String text, String at) {
        return Map.of("text", text, "takenAt", TownClock.at(at).toString());
    }

    private static Map<String, Object> evidence(Map<String, Object> evidence) {
        return Map.of("evidence", evidence);
    }
}
