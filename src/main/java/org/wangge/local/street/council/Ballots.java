package org.wangge.local.street.council;

import java.util.List;
import java.util.UUID;
import org.wangge.local.street.commons.Neighbourhood;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.Sheet;
import org.wangge.meeting.Share;

/// Writes ballots (表决) in meetings, and who voted: of a secret one nobody knows any more for what.
final class Ballots {
    private static final Share MORE_THAN_HALF = new Share(1, 2, true);

    private final Sheet ballots = new Sheet(
            "ballot",
            "id, grid_id, grid_key, council_id, topic_id, meeting_id, method, vote_by, options, threshold_parts,"
                    + " threshold_of, threshold_above, opens_at, closes_at, closed_at, tallies, voted_count,"
                    + " whole_count, needed_count, is_quorate, carried_no, version");
    private final Sheet votes = new Sheet("vote", "id, ballot_id, voter, option_no");
    private final Neighbourhood around;
    private final List<String> options;

    Ballots(Neighbourhood around, List<String> options) {
        this.around = around;
        this.options = options;
    }

    List<Sheet> sheets() {
        return List.of(ballots, votes);
    }

    /// The first option carries: at most two are against it, and at most one abstains.
    UUID carry(UUID meeting, Meetings.Call call, Topics.Wish wish, UUID topic, List<Seat> present, Dice dice) {
        var voters = present.stream().filter(Seat::votes).toList();
        var id = dice.id(call.after(50));
        var isSecret = dice.chance(0.4);
        var course = around.chronicle().course(id, wish.place().key()).step("BALLOT_OPENED", call.after(50));
        var against = dice.between(0, 2);
        var tallies = new int[options.size()];
        for (var i = 0; i < voters.size(); i++) {
            var option = i < against ? 2 : i == against && dice.chance(0.5) ? 3 : 1;
            tallies[option - 1]++;
            votes.row(dice.id(call.after(52)), id, voters.get(i).person(), isSecret ? null : option);
            course.told("BALLOT_VOTED", call.after(52).plusSeconds(6L * i));
        }
        course.step("BALLOT_CLOSED", call.after(58));
        ballots.cells(id, wish.place().id(), wish.place().key(), call.council(), topic, meeting)
                .cells(isSecret ? "SECRET" : "SHOW_OF_HANDS", "PERSON", options)
                .cells(MORE_THAN_HALF.parts(), MORE_THAN_HALF.of(), MORE_THAN_HALF.above())
                .cells(call.after(50), call.after(60), call.after(58))
                .cells(List.of(tallies[0], tallies[1], tallies[2]), voters.size(), voters.size())
                .cells(MORE_THAN_HALF.needed(voters.size()), true, 1, course.version())
                .end();
        return id;
    }
}
