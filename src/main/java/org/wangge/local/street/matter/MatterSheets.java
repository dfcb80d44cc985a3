package org.wangge.local.street.matter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.wangge.local.street.seed.Sheet;

/// Writes matters as rows of `issue` and `issue_timeline`.
final class MatterSheets {
    private final Sheet issues = new Sheet(
            "issue",
            "id, tracking_code, case_no, type, category_id, title, description,"
                    + " urgency, level, confidentiality, grid_id, grid_key, reported_grid_key, location, place,"
                    + " source, reporter, on_behalf_of, lead_member_id, occurred_at, reported_at,"
                    + " updated_at, accepted_at, closed_at, hands, status, last_seq, version");
    private final Sheet timeline =
            new Sheet("issue_timeline", "issue_id, seq, move, from_status, to_status, actor, acted_as, at, note");
    private final CaseNumbers numbers;
    private final Reports reports;

    private MatterSheets(CaseNumbers numbers, Reports reports) {
        this.numbers = numbers;
        this.reports = reports;
    }

    static List<Sheet> of(List<Matter> matters, Reports reports) {
        var sheets = new MatterSheets(new CaseNumbers(matters), reports);
        matters.forEach(sheets::write);
        return List.of(sheets.issues, sheets.timeline);
    }

    private void write(Matter matter) {
        var report = matter.report();
        var told = report.story();
        issues.cells(report.id(), report.trackingCode(), numbers.of(matter), told.type())
                .cells(reports.category(report.topic()).id(), told.title(), told.description());
        write(report.site(), report.grade(), report.teller());
        issues.cells(
                        matter.leadId(),
                        occurredAt(report),
                        report.at(),
                        matter.last().at())
                .cells(matter.at(Move.ACCEPT), matter.at(Move.CLOSE), hands(matter))
                .cells(matter.last().move().to())
                .cells(matter.steps().size(), matter.steps().size())
                .end();
        matter.steps().forEach(step -> write(report, step));
    }

    private void write(Site site, Grade grade, Teller teller) {
        issues.cells(grade.urgency(), grade.level(), grade.confidentiality())
                .cells(site.grid().id(), site.grid().key(), site.grid().key(), site.spot(), site.words())
                .cells(teller.source(), teller.actor(), teller.onBehalfOf());
    }

    private static Instant occurredAt(Report report) {
        return report.at().minus(Duration.ofMinutes(7 + report.id().hashCode() % 5));
    }

    private void write(Report report, Step step) {
        var move = step.move();
        timeline.row(
                report.id(),
                move.seq(),
                move,
                move.from(),
                move.to(),
                step.actor(),
                move.party(),
                step.at(),
                step.note());
    }

    private static String hands(Matter matter) {
        return matter.leadId() == null ? "{}" : "{" + matter.leadId() + "}";
    }
}
