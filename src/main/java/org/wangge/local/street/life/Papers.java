package org.wangge.local.street.life;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What lies in the file of a case beside its orders, clocks and evidence.
final class Papers {
    final List<Reply> replies = new ArrayList<>();
    final List<Rating> ratings = new ArrayList<>();
    final List<Callback> callbacks = new ArrayList<>();
    final List<Pause> pauses = new ArrayList<>();
    final List<Extension> extensions = new ArrayList<>();
    final List<Supervision> supervisions = new ArrayList<>();
    final List<Escalation> escalations = new ArrayList<>();

    private @Nullable Merge merge;

    record Reply(
            UUID id,
            int round,
            String kind,
            @Nullable Instant acceptedAt,
            @Nullable String contacted,
            String measures,
            String result,
            String unit,
            String actor,
            Instant at) {}

    record Rating(
            int round,
            int score,
            boolean isResolved,
            List<String> reasons,
            @Nullable String comment,
            String via,
            String actor,
            Instant at) {}

    record Callback(
            int round,
            int no,
            String actor,
            Instant at,
            boolean isReached,
            String outcome,
            @Nullable String note) {}

    record Pause(
            int round,
            int no,
            String kind,
            String reason,
            String askedBy,
            Instant askedAt,
            LocalDate reviewOn,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable Instant endedAt) {
        Pause decided(String by, Instant at) {
            return new Pause(round, no, kind, reason, askedBy, askedAt, reviewOn, by, at, null);
        }

        Pause ended(Instant at) {
            return new Pause(round, no, kind, reason, askedBy, askedAt, reviewOn, decidedBy, decidedAt, at);
        }
    }

    record Extension(
            int round,
            int no,
            Instant until,
            String reason,
            String askedBy,
            Instant askedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String note) {
        Extension granted(String by, Instant at, String words) {
            return new Extension(round, no, until, reason, askedBy, askedAt, by, at, words);
        }
    }

    record Supervision(int round, int no, String kind, String text, String actor, Instant at) {}

    record Escalation(int round, int no, String from, String to, String cause, String actor, Instant at) {}

    record Merge(UUID into, String by, Instant at, String reason, String before) {}

    @Nullable
    Merge merge() {
        return merge;
    }

    void merge(@Nullable Merge value) {
        merge = value;
    }
}
