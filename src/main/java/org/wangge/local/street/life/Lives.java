package org.wangge.local.street.life;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.access.personal.Keyring;
import org.wangge.issue.IssueStatus;
import org.wangge.local.street.land.Land;
import org.wangge.local.street.ledger.Ledger;
import org.wangge.local.street.matter.Arrivals;
import org.wangge.local.street.matter.Category;
import org.wangge.local.street.matter.Report;
import org.wangge.local.street.matter.Reports;
import org.wangge.local.street.matter.Teller;
import org.wangge.local.street.seed.Chronicle;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.team.Rota;
import org.wangge.local.street.team.Team;

/// The 9,000 cases of eighteen months, in the order of their reports, each with its whole life.
public final class Lives {
    private static final int COUNT = 9_000;
    private static final int AROUND = 80;
    private static final Duration SAME_DAY = Duration.ofHours(20);
    private static final Duration MERGED_BY_THEN = Duration.ofHours(6);

    private final List<Docket> dockets = new ArrayList<>();
    private final Phrases words = new Phrases();
    private final History history;
    private final Limits limits;
    private final Reports reports;
    private final Staff staff;

    public Lives(Land land, Team team, Ledger ledger, History history, List<Category> categories, Limits limits) {
        var rota = new Rota(team);
        this.history = history;
        this.limits = limits;
        this.staff = new Staff(team, rota);
        this.reports = new Reports(land, categories, new Teller.Circle(team, rota, ledger));
        var arrivals = Arrivals.of(COUNT, history);
        for (var number = 0; number < COUNT; number++) {
            dockets.add(docket(arrivals.get(number), Dice.named("matter", number)));
        }
    }

    /// Rows of `issue`, and of all that stands beside it.
    public List<Sheet> sheets(Keyring keyring, String districtCode) {
        var numbers = new CaseNumbers(dockets, districtCode);
        var sheets = new ArrayList<>(new CaseSheets(reports, numbers).of(dockets));
        sheets.addAll(RegisterSheets.of(dockets));
        sheets.addAll(ClockSheets.of(dockets, history));
        sheets.addAll(ProofSheets.of(dockets, keyring));
        return sheets;
    }

    public void tell(Chronicle chronicle) {
        dockets.forEach(docket -> docket.tell(chronicle));
    }

    /// All that was reported, in the order of the reports.
    public List<Report> reports() {
        return dockets.stream().map(Docket::report).toList();
    }

    /// What was put off to be deliberated on, went on, and has been closed since.
    public List<Deferral> deferrals() {
        return dockets.stream().flatMap(docket -> Deferral.of(docket).stream()).toList();
    }

    /// It went on because something was resolved, by the clock and with the words of the resolution.
    public void resolve(Deferral deferral, String resolution) {
        dockets.stream()
                .filter(docket -> docket.uuid().equals(deferral.report().id()))
                .forEach(docket -> docket.resumedByItself(deferral.until(), resolution));
    }

    /// Rows of `case_number`, from which the next cases are counted on.
    public Sheet numbers(int streamNo) {
        return new CaseNumbers(dockets, "").counters(streamNo);
    }

    private Docket docket(Instant at, Dice dice) {
        var report = reports.at(at, dice);
        var kind = Kind.of(report, dice);
        var target = kind == Kind.MERGED ? target(at) : null;
        if (target != null) {
            return lived(reports.echo(target.report(), at, dice), Kind.MERGED, target, dice);
        }
        return lived(report, kind == Kind.MERGED ? Kind.STRAIGHT : kind, null, dice);
    }

    private Docket lived(Report report, Kind kind, @Nullable Docket target, Dice dice) {
        var category = reports.category(report.topic());
        var docket = new Docket(report, category.urgency(), limits);
        return new Life(new Script(docket, category, staff, words, dice, limits)).lived(kind, target, history);
    }

    /// A case that was told not long ago and will still be open when the next is found to be the same.
    private @Nullable Docket target(Instant at) {
        var around = dockets.subList(Math.max(0, dockets.size() - AROUND), dockets.size());
        return around.reversed().stream()
                .filter(docket -> docket.papers.merge() == null)
                .filter(docket -> docket.report().at().plus(SAME_DAY).isAfter(at))
                .filter(docket -> docket.report().site().grid().level() == 5)
                .filter(docket -> docket.statusAt(at.plus(MERGED_BY_THEN)).isOpen())
                // What others reported too is nobody's to withdraw.
                .filter(docket -> docket.status() != IssueStatus.WITHDRAWN)
                .findFirst()
                .orElse(null);
    }
}
