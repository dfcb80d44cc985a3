package org.wangge.local.street.matter;

import java.util.List;
import java.util.stream.IntStream;
import org.wangge.local.street.land.Land;
import org.wangge.local.street.ledger.Ledger;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.team.Rota;
import org.wangge.local.street.team.Team;

/// The 9,000 matters of eighteen months, in the order of their reports.
public final class Matters {
    private static final int COUNT = 9_000;

    private final Reports reports;
    private final List<Matter> matters;
    private final History history;

    public Matters(Land land, Team team, Ledger ledger, History history, List<Category> categories) {
        var rota = new Rota(team);
        var course = new Course(team, rota, history);
        var arrivals = Arrivals.of(COUNT, history);
        this.history = history;
        this.reports = new Reports(land, categories, new Teller.Circle(team, rota, ledger));
        this.matters = IntStream.range(0, COUNT)
                .mapToObj(number -> {
                    var dice = Dice.named("matter", number);
                    return course.of(reports.at(arrivals.get(number), dice), dice);
                })
                .toList();
    }

    /// Rows of `issue` and `issue_timeline`.
    public List<Sheet> sheets() {
        return MatterSheets.of(matters, reports);
    }

    /// Rows of `event` for the last thirty days; their count is the stream's.
    public Sheet events(int streamNo) {
        return EventSheet.of(matters, streamNo, history);
    }
}
