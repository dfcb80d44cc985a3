package org.wangge.local.street.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Words;
import org.wangge.local.street.team.Calling;
import org.wangge.local.street.team.Member;
import org.wangge.local.street.team.Post;
import org.wangge.local.street.team.Rota;
import org.wangge.local.street.team.Team;

/// Takes a report through the seven steps until history ends. The posts accept, dispatch, verify
/// and evaluate; who serves the grid on the day of the dispatch signs and handles.
record Course(Team team, Rota rota, Instant endsAt, Words notes) {
    Course(Team team, Rota rota, History history) {
        this(team, rota, history.endAt(), Words.from("notes"));
    }

    Matter of(Report report, Dice dice) {
        var pace = Pace.valueOf(report.grade().urgency());
        var times = times(report.at(), pace, dice);
        var lead = times.size() < Move.DISPATCH.seq() ? null : lead(report, times.get(Move.DISPATCH.ordinal()));
        var steps = new ArrayList<Step>();
        for (var i = 0; i < times.size(); i++) {
            var move = Move.values()[i];
            steps.add(new Step(move, actor(move, report, lead, times.get(i)), times.get(i), note(move, dice)));
        }
        return new Matter(report, lead, steps);
    }

    /// Of all moves made before history ends, a later one at least some seconds after the former.
    private List<Instant> times(Instant reportedAt, Pace pace, Dice dice) {
        var times = new ArrayList<Instant>();
        for (var move : Move.values()) {
            var base = times.isEmpty() ? reportedAt : times.get(move == Move.SUBMIT_RESULT ? 1 : times.size() - 1);
            var earliest = times.isEmpty() ? reportedAt : times.getLast().plusSeconds(dice.between(20, 200));
            var at = pace.after(move, base, dice).plusSeconds(times.isEmpty() ? 0 : dice.below(60));
            at = at.isBefore(earliest) ? earliest : at;
            if (!at.isBefore(endsAt)) {
                break;
            }
            times.add(at);
        }
        return times;
    }

    private Member lead(Report report, Instant dispatchedAt) {
        var calling = report.topic().handler();
        var deputy = calling == Calling.MEMBER && report.id().hashCode() % 4 == 0;
        var handler = deputy ? Calling.COMPREHENSIVE_LEADER : calling;
        return team.serving(report.site().grid().at(3), handler, History.dayOf(dispatchedAt));
    }

    private String actor(Move move, Report report, @Nullable Member lead, Instant at) {
        return switch (move) {
            case REPORT -> report.teller().actor();
            case ACCEPT -> rota.holder(Post.INTAKE, at).actor();
            case DISPATCH -> rota.holder(Post.DISPATCH, at).actor();
            case SIGN, SUBMIT_RESULT -> Objects.requireNonNull(lead).actor();
            case CLOSE -> rota.holder(Post.SUPERVISION, at).actor();
            case EVALUATE -> rota.holder(Post.ANALYSIS, at).actor();
        };
    }

    private @Nullable String note(Move move, Dice dice) {
        return move == Move.REPORT || dice.chance(0.3) ? null : dice.pick(notes.lines(move.name()));
    }
}
