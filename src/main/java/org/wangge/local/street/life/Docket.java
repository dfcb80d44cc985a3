package org.wangge.local.street.life;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.IssueType;
import org.wangge.issue.Move;
import org.wangge.issue.Party;
import org.wangge.issue.clock.DuePoint;
import org.wangge.issue.evidence.EvidenceKind;
import org.wangge.issue.evidence.EvidencePolicy;
import org.wangge.local.street.matter.Report;
import org.wangge.local.street.seed.Chronicle;
import org.wangge.local.street.seed.Dice;

/// A case and all that was written down of it, changed move by move as a command changes it.
final class Docket extends Standing {
    private final Report report;
    private final Limits limits;
    private final Dice ids;
    final List<Step> steps = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
    final List<Timer> timers = new ArrayList<>();
    final List<Proof> proofs = new ArrayList<>();
    final Papers papers = new Papers();
    final Set<UUID> hands = new LinkedHashSet<>();

    private @Nullable IssueStatus status;

    Docket(Report report, String usualUrgency, Limits limits) {
        this.report = report;
        urgency(usualUrgency);
        this.limits = limits;
        this.ids = Dice.named("docket", report.id().getLeastSignificantBits());
        move(Move.REPORT, Party.REPORTER, IssueStatus.REPORTED, report.teller().actor(), report.at(), null);
        start(report.at(), DuePoint.ACCEPT);
    }

    Report report() {
        return report;
    }

    UUID uuid() {
        return report.id();
    }

    IssueStatus status() {
        return Objects.requireNonNull(status);
    }

    Instant updatedAt() {
        return steps.getLast().at();
    }

    int version() {
        return steps.size();
    }

    UUID nextId(Instant at) {
        return ids.id(at);
    }

    Set<EvidenceKind> required() {
        return EvidencePolicy.required(IssueType.valueOf(report.story().type()));
    }

    /// How it stood at an instant.
    IssueStatus statusAt(Instant at) {
        return steps.stream()
                .filter(step -> !step.at().isAfter(at))
                .reduce((before, after) -> after)
                .orElseThrow()
                .to();
    }

    void move(Move move, Party as, IssueStatus to, String actor, Instant at, @Nullable String note) {
        steps.add(new Step(steps.size() + 1, move, round(), as, status, to, actor, at, note));
        status = to;
    }

    void stay(Move move, Party as, String actor, Instant at, @Nullable String note) {
        move(move, as, status(), actor, at, note);
    }

    /// Files it as it was reported.
    void filed(Instant at) {
        acceptedAt(at);
    }

    /// Files it as intake grades it.
    void graded(Instant at) {
        acceptedAt(at);
        urgency(report.grade().urgency());
        level(report.grade().level());
    }

    /// Begins it again, a step more urgent; nothing of the round() before counts any more.
    void reopen() {
        round(round() + 1);
        urgency(urgency().equals("COMPLEX") ? "NORMAL" : urgency().equals("NORMAL") ? "URGENT" : "EMERGENCY");
        lead(null);
        department(null);
        outcome(null);
        closedAt(null);
        firstContactAt(null);
        hands.clear();
    }

    void tell(Chronicle chronicle) {
        var key = report.site().grid().key();
        steps.forEach(step -> chronicle.tell(step.move().event(), uuid(), step.seq(), key, step.at()));
    }

    /// It was the clock that went on with it, and not whoever had it in hand.
    void resumedByItself(Instant at, String note) {
        steps.replaceAll(step -> step.move() == Move.RESUME && step.at().equals(at) ? step.byItself(note) : step);
    }

    // Clocks

    void start(Instant at, DuePoint... points) {
        for (var point : points) {
            var no = 1
                    + (int) timers.stream()
                            .filter(timer -> timer.round == round() && timer.point == point)
                            .count();
            var policy = limits.of(report.story().type(), urgency(), point);
            timers.add(new Timer(nextId(at), round(), point, no, policy, at, limits));
        }
    }

    void meet(Instant at, DuePoint first, DuePoint... others) {
        var points = EnumSet.of(first, others);
        open().filter(timer -> points.contains(timer.point)).forEach(timer -> timer.meet(at));
    }

    void cancelAll(Instant at) {
        open().forEach(timer -> timer.cancel(at));
    }

    void cancel(Instant at, DuePoint first, DuePoint... others) {
        var points = EnumSet.of(first, others);
        open().filter(timer -> points.contains(timer.point)).forEach(timer -> timer.cancel(at));
    }

    void pause(Instant at, Set<DuePoint> points) {
        open().filter(timer -> timer.isRunning() && points.contains(timer.point))
                .forEach(timer -> timer.pause(at));
    }

    void resume(Instant at) {
        open().forEach(timer -> timer.resume(at));
    }

    /// The last clock of a point in this round().
    Timer timer(DuePoint point) {
        return timers.reversed().stream()
                .filter(timer -> timer.round == round() && timer.point == point)
                .findFirst()
                .orElseThrow();
    }

    /// When the clock will show the next card: a working day, or five, after a point was due.
    Optional<Instant> nextCardAt() {
        var now = updatedAt();
        return open().filter(Timer::isRunning)
                .flatMap(timer -> Stream.of(timer.overdue(1), timer.overdue(5)))
                .filter(now::isBefore)
                .min(Comparator.naturalOrder());
    }

    private Stream<Timer> open() {
        return timers.stream().filter(timer -> timer.round == round() && timer.isOpen());
    }

    /// Who had a hand in this round, also who sent it back without signing for it.
    Set<UUID> handlers() {
        var all = new LinkedHashSet<>(hands);
        orders.stream()
                .filter(order -> order.round == round())
                .forEach(order -> all.add(order.hand.signer().id()));
        return all;
    }

    // Orders

    Optional<Order> order() {
        return orders.stream().filter(Order::isActive).findFirst();
    }

    Order give(Hand hand, String by, Instant at, @Nullable String instruction) {
        var seq = 1
                + (int) orders.stream().filter(order -> order.round == round()).count();
        var order = new Order(nextId(at), round(), seq, hand, by, at, instruction);
        orders.add(order);
        lead(hand.memberId());
        department(hand.departmentId());
        order.hands().forEach(hands::add);
        return order;
    }

    void sign(Order order, Instant at) {
        order.sign(order.hand.signer().id(), at);
        lead(order.signedBy());
        order.hands().forEach(hands::add);
    }

    void recallOrders(Instant at) {
        order().ifPresent(order -> order.end("RECALLED", at));
        lead(null);
        department(null);
    }

    // Evidence

    void prove(EvidenceKind kind, Proof.Shown shown, String actor, Instant at) {
        proofs.add(new Proof(nextId(at), round(), kind, shown, actor, at));
        if (kind == EvidenceKind.PERSON && firstContactAt() == null) {
            firstContactAt(at);
        }
        cause(shown.cause() == null ? cause() : shown.cause());
    }

    void judge(Set<EvidenceKind> kinds, boolean accepted, @Nullable String note, String by, Instant at) {
        proofs.stream()
                .filter(proof -> proof.round == round() && proof.isAccepted() == null && kinds.contains(proof.kind))
                .forEach(proof -> proof.judge(accepted, note, by, at));
    }
}
