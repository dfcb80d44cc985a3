package org.wangge.local.street.works;

import java.util.List;
import org.wangge.local.street.commons.Neighbourhood;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.seed.Words;

/// The ballot in which the residents' representatives recommended projects (票荐), as rows of
/// `project_ballot` and of what belongs to it.
final class Recommendation {
    private static final int VOTERS = 48;
    private static final int ABSENT = 3;
    private static final int FEW = 24;

    private final Sheet ballots = new Sheet(
            "project_ballot",
            "id, grid_id, grid_key, title, choices, opens_at, closes_at, status, voter_count, voted_count, opened_by,"
                    + " version");
    private final Sheet candidates = new Sheet("project_candidate", "ballot_id, project_id, votes, is_recommended");
    private final Sheet voters = new Sheet("project_voter", "ballot_id, resident_id, has_voted");
    private final Neighbourhood around;
    private final Calendar calendar;

    Recommendation(Neighbourhood around, Calendar calendar) {
        this.around = around;
        this.calendar = calendar;
    }

    List<Sheet> sheets() {
        return List.of(ballots, candidates, voters);
    }

    void hold(List<Project> all, Words words) {
        var street = around.land().street();
        var dice = Dice.named("recommendation", 0);
        var id = dice.id(calendar.opensAt());
        var course = around.chronicle().course(id, street.key()).step("BALLOT_OPENED", calendar.opensAt());
        var voted = VOTERS - ABSENT;
        around.neighbours(street, VOTERS).forEach(one -> voters.row(id, one.id(), voters.rows() >= ABSENT));
        for (var i = 0; i < voted; i++) {
            course.step("BALLOT_VOTED", calendar.opensAt().plusSeconds(3_600L * (i + 1)));
        }
        course.step("BALLOT_CLOSED", calendar.recommendedAt());
        var chosen =
                (int) all.stream().filter(one -> one.plan().isRecommended()).count();
        var choices = chosen;
        var rest = (all.size() - chosen) * FEW;
        var left = voted * choices - rest;
        for (var one : all) {
            var votes = one.plan().isRecommended() ? Math.ceilDiv(left, chosen) : FEW;
            candidates.row(id, one.id(), votes, one.plan().isRecommended());
            left -= one.plan().isRecommended() ? votes : 0;
            chosen -= one.plan().isRecommended() ? 1 : 0;
        }
        ballots.cells(id, street.id(), street.key(), words.lines("ballot").getFirst(), choices)
                .cells(calendar.opensAt(), calendar.closesAt(), "CLOSED", VOTERS, voted)
                .cells(around.clerk("BUILDING", dice).actor(), course.version())
                .end();
    }
}
