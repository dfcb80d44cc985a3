package org.wangge.local.street.council;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.commons.Neighbourhood;
import org.wangge.local.street.land.Place;
import org.wangge.local.street.ledger.Neighbour;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.seed.Words;

/// Writes topics (议题) as rows of `topic` and of what belongs to it.
final class Topics {
    private final Sheet topics = new Sheet(
            "topic",
            "id, grid_id, grid_key, council_id, source, title, background, options, status, proposed_by, member_id,"
                    + " resident_id, support_count, proposed_at, version");
    private final Sheet issues = new Sheet("topic_issue", "topic_id, issue_id");
    private final Sheet supports = new Sheet("topic_support", "topic_id, resident_id, at");
    private final Sheet steps = new Sheet("topic_step", "topic_id, seq, status, reason, actor, at");
    private final Neighbourhood around;
    private final List<String> options;

    Topics(Neighbourhood around, Words words) {
        this.around = around;
        this.options = words.lines("options");
    }

    /// What somebody brought up, and where.
    record Wish(Place place, String title, String background, Seat by) {}

    /// Where it came to stand, when, by whom, and why if they said so.
    record Step(
            String status,
            Instant at,
            String actor,
            @Nullable String reason) {}

    List<Sheet> sheets() {
        return List.of(topics, issues, supports, steps);
    }

    List<String> options() {
        return options;
    }

    /// @param path from the proposal on
    /// @param issue that it came from; null when it came from whoever brought it up
    UUID write(
            Wish wish,
            @Nullable UUID issue,
            @Nullable UUID council,
            List<Step> path,
            List<Neighbour> supporters,
            Dice dice) {
        var proposedAt = path.getFirst().at();
        var id = dice.id(proposedAt);
        var course = around.chronicle().course(id, wish.place().key());
        for (var step : path) {
            course.step("TOPIC_" + step.status(), step.at());
            steps.row(id, course.version(), step.status(), step.reason(), step.actor(), step.at());
        }
        for (var one : supporters) {
            supports.row(id, one.id(), proposedAt.plusSeconds(3_600L + dice.below(7_200)));
        }
        var source = issue != null ? "ISSUE" : wish.by().resident() != null ? "RESIDENT" : "CADRE";
        topics.cells(id, wish.place().id(), wish.place().key(), council, source, wish.title(), wish.background())
                .cells(options, path.getLast().status(), wish.by().actor())
                .cells(wish.by().member(), wish.by().resident(), supporters.size(), proposedAt, course.version())
                .end();
        if (issue != null) {
            issues.row(id, issue);
        }
        return id;
    }
}
