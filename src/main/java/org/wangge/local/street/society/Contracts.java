package org.wangge.local.street.society;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.wangge.local.street.commons.Neighbourhood;
import org.wangge.local.street.seed.Dice;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.seed.Sheet;
import org.wangge.local.street.seed.Words;

/// Contracts with agencies, as rows of `service_contract` and of what belongs to it: who signed one never
/// evaluates it, nothing is paid without an evaluation, and once a poor one held an instalment back.
final class Contracts {
    private static final int TEN = 36_000;
    private static final int EVALUATED_AFTER = 5;
    private static final int PAID_AFTER = 12;
    private static final int POOR = 9;

    private final Sheet contracts = new Sheet(
            "service_contract",
            "id, agency_id, grid_id, grid_key, title, amount, from_on, to_on, status, signed_by, signed_at, end_reason,"
                    + " version");
    private final Sheet indicators = new Sheet("contract_indicator", "contract_id, no, name, unit, target, actual");
    private final Sheet instalments =
            new Sheet("instalment", "contract_id, no, amount, due_on, status, paid_at, paid_by");
    private final Sheet evaluations = new Sheet(
            "contract_evaluation",
            "id, contract_id, instalment_no, grade, residents_asked, residents_satisfied, text, evaluated_by, at");
    private final Sheet activities = new Sheet("contract_activity", "activity_id, contract_id");
    private final Neighbourhood around;
    private final Words words;

    Contracts(Neighbourhood around, Words words) {
        this.around = around;
        this.words = words;
    }

    private record Act(String type, Instant at) {}

    private record Signed(UUID id, Terms terms, String clerk, List<Act> acts, Dice dice) {
        void act(String type, Instant at) {
            acts.add(new Act(type, at));
        }
    }

    List<Sheet> sheets() {
        return List.of(contracts, indicators, instalments, evaluations, activities);
    }

    void sign(UUID agency, Terms terms, List<Gathering> held) {
        var dice = Dice.named("contract", contracts.rows());
        var at = History.at(terms.fromOn().minusDays(9), TEN);
        var signed =
                new Signed(dice.id(at), terms, around.clerk("GOVERNANCE", dice).actor(), new ArrayList<>(), dice);
        signed.act("CONTRACT_SIGNED", at);
        held.forEach(one -> {
            activities.row(one.id(), signed.id());
            signed.act("CONTRACT_ACTIVITY", one.settledAt().plusSeconds(3_600));
        });
        promise(signed);
        pay(signed);
        end(signed, agency, at);
    }

    /// What has been done is noted before each evaluation; it grows with the time that is over.
    private void promise(Signed signed) {
        var today = around.history().today();
        var terms = signed.terms;
        var last = terms.parts().stream()
                .map(Terms.Part::dueOn)
                .filter(due -> due.isBefore(today))
                .max(Comparator.naturalOrder());
        var no = 0;
        for (var promise : terms.promises()) {
            var share = last.map(due ->
                    due.equals(terms.toOn()) ? 1 : due.equals(terms.fromOn().plusMonths(2)) ? 0.2 : 0.6);
            var reached = share.map(part -> (int) Math.round(
                    promise.target() * (promise.unit().equals("%") ? 1 : part) * (0.94 + 0.12 * signed.dice.share())));
            var most = promise.unit().equals("%") ? 100 : Integer.MAX_VALUE;
            indicators.row(
                    signed.id,
                    ++no,
                    promise.name(),
                    promise.unit(),
                    promise.target(),
                    reached.map(one -> Math.min(most, one)).orElse(null));
            var minutes = 10L * no;
            last.ifPresent(
                    due -> signed.act("INDICATOR_RECORDED", History.at(due, TEN).plusSeconds(60 * minutes)));
        }
    }

    private void pay(Signed signed) {
        var no = 0;
        for (var part : signed.terms.parts()) {
            no++;
            var evaluatedOn = part.dueOn().plusDays(EVALUATED_AFTER);
            var isPoor = no == 1 && contracts.rows() == POOR;
            var paidAt = History.at(part.dueOn().plusDays(PAID_AFTER), TEN);
            var isPaid = paidAt.isBefore(around.history().endAt()) && !isPoor;
            var isEvaluated = evaluatedOn.isBefore(around.history().today());
            var status = isPaid ? "PAID" : !isEvaluated ? "PLANNED" : isPoor ? "WITHHELD" : "APPROVED";
            instalments
                    .cells(signed.id, no, part.amount(), part.dueOn(), status)
                    .cells(isPaid ? paidAt : null, isPaid ? signed.clerk : null)
                    .end();
            if (isEvaluated) {
                evaluate(signed, no, evaluatedOn, isPoor);
            }
            if (isPaid) {
                signed.act("INSTALMENT_PAID", paidAt);
            }
        }
    }

    private void evaluate(Signed signed, int no, LocalDate on, boolean isPoor) {
        var dice = signed.dice;
        var at = History.at(on, TEN + dice.below(18_000));
        var mark = dice.share();
        var grade = isPoor ? "POOR" : mark < 0.35 ? "EXCELLENT" : mark < 0.85 ? "GOOD" : "FAIR";
        var asked = dice.between(30, 80);
        var satisfied = (int) (asked * (isPoor ? 0.61 : 0.88 + 0.11 * dice.share()));
        evaluations
                .cells(dice.id(at), signed.id, no, grade, asked, satisfied, dice.pick(words.lines(grade)))
                .cells(around.clerk("LIVELIHOOD", dice).actor(), at)
                .end();
        signed.act("CONTRACT_EVALUATED", at);
    }

    private void end(Signed signed, UUID agency, Instant signedAt) {
        var terms = signed.terms;
        var street = around.land().street();
        var endedAt = History.at(terms.toOn().plusDays(20), TEN);
        var isOver = endedAt.isBefore(around.history().endAt());
        if (isOver) {
            signed.act("CONTRACT_ENDED", endedAt);
        }
        var course = around.chronicle().course(signed.id, street.key());
        signed.acts.stream()
                .filter(act -> act.at.isBefore(around.history().endAt()))
                .sorted(Comparator.comparing(Act::at))
                .forEach(act -> course.step(act.type, act.at));
        contracts
                .cells(signed.id, agency, street.id(), street.key(), terms.title(), terms.amount())
                .cells(terms.fromOn(), terms.toOn(), isOver ? "COMPLETED" : "ACTIVE", signed.clerk, signedAt)
                .cells(isOver ? "合同期满，指标完成，验收合格。" : null, course.version())
                .end();
    }
}
