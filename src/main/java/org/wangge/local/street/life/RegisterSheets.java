package org.wangge.local.street.life;

import java.util.List;
import org.wangge.local.street.seed.Sheet;

/// Writes what was asked, decided and noted on the way of cases.
final class RegisterSheets {
    private final Sheet merges =
            new Sheet("issue_merge", "issue_id, no, into_id, merged_by, merged_at, reason, status_before");
    private final Sheet pauses = new Sheet(
            "issue_pause",
            "issue_id, round, no, kind, reason, asked_by, asked_at, review_on, decided_by, decided_at, is_agreed, ended_at");
    private final Sheet extensions = new Sheet(
            "issue_extension",
            "issue_id, round, no, requested_until, reason, asked_by, asked_at, decided_by, decided_at, is_granted, note");
    private final Sheet supervisions = new Sheet("issue_supervision", "issue_id, round, no, kind, text, actor, at");
    private final Sheet escalations =
            new Sheet("issue_escalation", "issue_id, round, no, kind, from_level, to_level, cause, actor, at");

    private RegisterSheets() {}

    static List<Sheet> of(List<Docket> dockets) {
        var sheets = new RegisterSheets();
        dockets.forEach(sheets::write);
        return List.of(sheets.merges, sheets.pauses, sheets.extensions, sheets.supervisions, sheets.escalations);
    }

    private void write(Docket docket) {
        var papers = docket.papers;
        papers.pauses.forEach(pause -> write(docket, pause));
        papers.extensions.forEach(extension -> write(docket, extension));
        papers.supervisions.forEach(note -> supervisions.row(
                docket.uuid(), note.round(), note.no(), note.kind(), note.text(), note.actor(), note.at()));
        papers.escalations.forEach(raise -> write(docket, raise));
        var merge = papers.merge();
        if (merge != null) {
            merges.row(docket.uuid(), 1, merge.into(), merge.by(), merge.at(), merge.reason(), merge.before());
        }
    }

    private void write(Docket docket, Papers.Pause pause) {
        pauses.row(
                docket.uuid(),
                pause.round(),
                pause.no(),
                pause.kind(),
                pause.reason(),
                pause.askedBy(),
                pause.askedAt(),
                pause.reviewOn(),
                pause.decidedBy(),
                pause.decidedAt(),
                pause.decidedBy() == null ? null : true,
                pause.endedAt());
    }

    private void write(Docket docket, Papers.Extension extension) {
        extensions.row(
                docket.uuid(),
                extension.round(),
                extension.no(),
                extension.until(),
                extension.reason(),
                extension.askedBy(),
                extension.askedAt(),
                extension.decidedBy(),
                extension.decidedAt(),
                extension.decidedBy() == null ? null : true,
                extension.note());
    }

    private void write(Docket docket, Papers.Escalation raise) {
        escalations.row(
                docket.uuid(),
                raise.round(),
                raise.no(),
                "ESCALATE",
                raise.from(),
                raise.to(),
                raise.cause(),
                raise.actor(),
                raise.at());
    }
}
