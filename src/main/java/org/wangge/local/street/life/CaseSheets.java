package org.wangge.local.street.life;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.local.street.matter.Grade;
import org.wangge.local.street.matter.Report;
import org.wangge.local.street.matter.Reports;
import org.wangge.local.street.matter.Site;
import org.wangge.local.street.matter.Teller;
import org.wangge.local.street.seed.Sheet;

/// Writes cases as rows of `issue`, `issue_timeline` and `work_order`.
final class CaseSheets {
    private final Sheet issues = new Sheet(
            "issue",
            "id, tracking_code, case_no, type, category_id, title, description,"
                    + " confidentiality, grid_id, grid_key, reported_grid_key, location, place,"
                    + " source, reporter, on_behalf_of, urgency, level, status, round, last_seq, version,"
                    + " lead_member_id, department_id, hands, outcome, cause, reject_reason, merged_into,"
                    + " occurred_at, reported_at, updated_at, accepted_at, first_contact_at, closed_at, next_due_at");
    private final Sheet timeline = new Sheet(
            "issue_timeline", "issue_id, seq, move, round, acted_as, from_status, to_status, actor, at, note");
    private final Sheet orders = new Sheet(
            "work_order",
            "id, issue_id, round, seq, is_lead, member_id, department_id, grid_key, status, status_before, instruction,"
                    + " dispatched_by, dispatched_at, signed_by, signed_at, suggested_member_id,"
                    + " suggested_department_id, is_overridden, override_reason, returned_at, return_reason,"
                    + " return_note, suggested_owner, ruling, ruled_by, ruled_at, ruling_note, ended_at");
    private final Reports reports;
    private final CaseNumbers numbers;

    CaseSheets(Reports reports, CaseNumbers numbers) {
        this.reports = reports;
        this.numbers = numbers;
    }

    List<Sheet> of(List<Docket> dockets) {
        dockets.forEach(this::write);
        return List.of(issues, timeline, orders);
    }

    private void write(Docket docket) {
        var report = docket.report();
        var told = report.story();
        issues.cells(report.id(), report.trackingCode(), numbers.of(docket), told.type())
                .cells(reports.category(report.topic()).id(), told.title(), told.description());
        write(report.site(), report.grade(), report.teller());
        writeStand(docket);
        issues.cells(occurredAt(report), report.at(), docket.updatedAt())
                .cells(docket.acceptedAt(), docket.firstContactAt(), docket.closedAt(), nextDue(docket))
                .end();
        docket.steps.forEach(step -> write(docket, step));
        docket.orders.forEach(order -> write(docket, order));
    }

    private void write(Site site, Grade grade, Teller teller) {
        issues.cells(grade.confidentiality())
                .cells(site.grid().id(), site.grid().key(), site.grid().key(), site.spot(), site.words())
                .cells(teller.source(), teller.actor(), teller.onBehalfOf());
    }

    private void writeStand(Docket docket) {
        var merge = docket.papers.merge();
        issues.cells(docket.urgency(), docket.level(), docket.status(), docket.round())
                .cells(docket.version(), docket.version())
                .cells(docket.lead(), docket.department(), docket.hands)
                .cells(docket.outcome(), docket.cause(), docket.rejectReason(), merge == null ? null : merge.into());
    }

    private static Instant occurredAt(Report report) {
        return report.at().minus(Duration.ofMinutes(7 + report.id().hashCode() % 5));
    }

    private static @Nullable Instant nextDue(Docket docket) {
        return docket.timers.stream()
                .filter(Timer::isRunning)
                .map(timer -> timer.dueAt())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private void write(Docket docket, Step step) {
        timeline.row(
                docket.uuid(),
                step.seq(),
                step.move(),
                step.round(),
                step.as(),
                step.from(),
                step.to(),
                step.actor(),
                step.at(),
                step.note());
    }

    private void write(Docket docket, Order order) {
        var rule = order.suggested();
        orders.cells(order.id, docket.uuid(), order.round, order.seq, true)
                .cells(order.hand.memberId(), order.hand.departmentId(), order.hand.at())
                .cells(order.status(), order.statusBefore(), order.instruction, order.by, order.at)
                .cells(order.signedBy(), order.signedAt())
                .cells(rule == null ? null : rule.memberId(), rule == null ? null : rule.departmentId())
                .cells(order.isOverridden(), order.overrideReason());
        writeReturn(order);
        orders.cells(order.endedAt()).end();
    }

    private void writeReturn(Order order) {
        var why = order.refusal();
        var verdict = order.verdict();
        if (why == null) {
            orders.cells(null, null, null, null);
        } else {
            orders.cells(order.endedAt(), why.reason(), why.note(), why.owner());
        }
        if (verdict == null) {
            orders.cells(null, null, null, null);
        } else {
            orders.cells(verdict.ruling(), verdict.by(), verdict.at(), verdict.note());
        }
    }
}
