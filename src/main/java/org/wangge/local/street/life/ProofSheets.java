package org.wangge.local.street.life;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Personal;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.Keyring;
import org.wangge.local.street.land.Spot;
import org.wangge.local.street.seed.Sheet;

/// Writes what proves, answers and rates cases.
final class ProofSheets {
    private static final String CONTACTED = "issue_reply.contacted";
    private static final String USUAL_WAYS = "如对办理结果不满意，请在结案后15日内评价并说明原因，或在15日内申请重新办理，也可拨打12345政务服务便民热线反映。";

    private final Sheet evidence = new Sheet(
            "issue_evidence",
            "id, issue_id, round, kind, text, location, distance, taken_at, contacted, means, cause, recurs, prevention,"
                    + " actor, at, is_accepted, judged_by, judged_at, judge_note");
    private final Sheet replies = new Sheet(
            "issue_reply",
            "id, issue_id, round, no, kind, accepted_at, contacted_cell, contacted_mask, measures, result, unit, appeal,"
                    + " actor, sent_at");
    private final Sheet ratings =
            new Sheet("issue_rating", "issue_id, round, score, is_resolved, reasons, comment, via, actor, at");
    private final Sheet callbacks =
            new Sheet("issue_callback", "issue_id, round, no, actor, at, is_reached, outcome, note");
    private final Keyring keyring;

    private ProofSheets(Keyring keyring) {
        this.keyring = keyring.sealingAlike();
    }

    static List<Sheet> of(List<Docket> dockets, Keyring keyring) {
        var sheets = new ProofSheets(keyring);
        dockets.forEach(sheets::write);
        return List.of(sheets.evidence, sheets.replies, sheets.ratings, sheets.callbacks);
    }

    private void write(Docket docket) {
        docket.proofs.forEach(proof -> write(docket, proof));
        docket.papers.replies.forEach(reply -> write(docket, reply, no(docket, reply)));
        docket.papers.ratings.forEach(rating -> write(docket, rating));
        docket.papers.callbacks.forEach(call -> callbacks.row(
                docket.uuid(),
                call.round(),
                call.no(),
                call.actor(),
                call.at(),
                call.isReached(),
                call.outcome(),
                call.note()));
    }

    private void write(Docket docket, Proof proof) {
        var shown = proof.shown;
        evidence.cells(proof.id, docket.uuid(), proof.round, proof.kind, shown.text(), shown.spot())
                .cells(distance(docket.report().site().spot(), shown.spot()), proof.at)
                .cells(shown.contacted(), shown.means(), shown.cause(), shown.recurs(), shown.prevention())
                .cells(proof.actor, proof.at)
                .cells(proof.isAccepted(), proof.judgedBy(), proof.judgedAt(), proof.judgeNote())
                .end();
    }

    private static @Nullable Long distance(@Nullable Spot one, @Nullable Spot other) {
        return one == null || other == null ? null : Math.round(one.metresTo(other));
    }

    /// Its number in its round.
    private static long no(Docket docket, Papers.Reply reply) {
        var replies = docket.papers.replies;
        return replies.subList(0, replies.indexOf(reply) + 1).stream()
                .filter(other -> other.round() == reply.round())
                .count();
    }

    private void write(Docket docket, Papers.Reply reply, long no) {
        var contacted = reply.contacted();
        replies.cells(reply.id(), docket.uuid(), reply.round(), no, reply.kind(), reply.acceptedAt())
                .cells(contacted == null ? null : keyring.seal(contacted, new CellPlace(CONTACTED, reply.id())))
                .cells(contacted == null ? null : Personal.name(contacted).display())
                .cells(reply.measures(), reply.result(), reply.unit(), USUAL_WAYS, reply.actor(), reply.at())
                .end();
    }

    private void write(Docket docket, Papers.Rating rating) {
        ratings.row(
                docket.uuid(),
                rating.round(),
                rating.score(),
                rating.isResolved(),
                rating.reasons(),
                rating.comment(),
                rating.via(),
                rating.actor(),
                rating.at());
    }
}
