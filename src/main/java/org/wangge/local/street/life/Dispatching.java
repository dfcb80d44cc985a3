package org.wangge.local.street.life;

import static org.wangge.issue.clock.DuePoint.CONTACT;
import static org.wangge.issue.clock.DuePoint.DISPATCH;
import static org.wangge.issue.clock.DuePoint.HANDLE;
import static org.wangge.issue.clock.DuePoint.SIGN;

import java.time.Instant;
import java.util.Objects;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.issue.Party;
import org.wangge.local.street.team.Post;

/// How a case is given to somebody: to whom the rules would have, to another, or to the wrong one first.
final class Dispatching {
    private static final String TIMER = "timer";

    private final Script script;
    private final Docket docket;

    Dispatching(Script script) {
        this.script = script;
        this.docket = script.docket;
    }

    void dispatch() {
        script.then(() -> script.within(DISPATCH), this::dispatch);
        script.then(() -> script.within(SIGN), this::sign);
    }

    /// To an office that sends it back, and from there to the right one.
    void dispatchTwice() {
        script.then(() -> script.within(DISPATCH), this::dispatchWrongly);
        script.then(() -> script.within(SIGN), this::giveBack);
        script.then(() -> script.within(DISPATCH), this::rule);
        script.then(() -> script.within(SIGN), this::sign);
    }

    /// A working day after it was due: a yellow card, and it goes a level up.
    void escalate() {
        script.timed(() -> docket.timer(HANDLE).overdue(1).plusSeconds(20), this::escalate);
        script.then(() -> script.within(SIGN), this::sign);
    }

    private void dispatch(Instant at) {
        var rule = suggested(at);
        var hand = script.staff.chosen(rule, script.report(), docket.level(), at);
        send(hand, rule, at);
    }

    private void dispatchWrongly(Instant at) {
        var rule = suggested(at);
        send(script.staff.wrong(rule, script.report(), at, script.dice), rule, at);
    }

    private void send(Hand hand, Hand rule, Instant at) {
        var instruction = script.dice.chance(0.3) ? null : words("DISPATCH");
        var actor = script.staff.holder(Post.DISPATCH, at).actor();
        docket.give(hand, actor, at, instruction).suggest(rule, words("OVERRIDE"));
        docket.move(Move.DISPATCH, Party.DISPATCH, IssueStatus.DISPATCHED, actor, at, instruction);
        docket.meet(at, DISPATCH);
        docket.start(at, SIGN);
    }

    private void sign(Instant at) {
        var order = docket.order().orElseThrow();
        docket.sign(order, at);
        var note = script.dice.chance(0.3) ? null : words("SIGN");
        docket.move(
                Move.SIGN,
                Party.LEAD,
                IssueStatus.IN_PROGRESS,
                order.hand.signer().actor(),
                at,
                note);
        docket.meet(at, SIGN);
        docket.start(at, CONTACT);
    }

    private void giveBack(Instant at) {
        var order = docket.order().orElseThrow();
        var note = words("RETURN");
        order.refusal(new Order.Refusal("NOT_MY_DUTY", note, suggested(at).unit()));
        order.end("RETURNED", at);
        docket.lead(null);
        docket.department(null);
        docket.move(
                Move.RETURN,
                Party.LEAD,
                IssueStatus.RETURNED,
                order.hand.signer().actor(),
                at,
                note);
        docket.meet(at, SIGN);
        docket.start(at, DISPATCH);
    }

    private void rule(Instant at) {
        var actor = script.staff.holder(Post.DISPATCH, at).actor();
        var reason = words("RULE");
        var rule = suggested(at);
        docket.orders.getLast().verdict(new Order.Verdict("UPHELD", actor, at, reason));
        docket.give(script.staff.chosen(rule, script.report(), docket.level(), at), actor, at, null)
                .suggest(rule, reason);
        docket.move(Move.RULE_RETURN, Party.DISPATCH, IssueStatus.DISPATCHED, actor, at, reason);
        docket.meet(at, DISPATCH);
        docket.start(at, SIGN);
    }

    private void escalate(Instant at) {
        var point = HANDLE.name();
        var from = docket.level();
        docket.papers.supervisions.add(new Papers.Supervision(docket.round(), 1, "YELLOW", point, TIMER, at));
        docket.stay(Move.SUPERVISE, Party.TIMER, TIMER, at, "YELLOW " + point);
        docket.level(from.equals("GRID") ? "COMMUNITY" : "SUBDISTRICT");
        var rule = suggested(at);
        docket.recallOrders(at);
        docket.give(rule, TIMER, at, null).suggest(rule, point);
        docket.papers.escalations.add(new Papers.Escalation(docket.round(), 1, from, docket.level(), point, TIMER, at));
        docket.move(Move.ESCALATE, Party.TIMER, IssueStatus.DISPATCHED, TIMER, at, point);
        docket.start(at, SIGN);
    }

    private Hand suggested(Instant at) {
        return Objects.requireNonNull(
                script.staff.suggested(script.report(), script.category, docket.level(), at, script.dice));
    }

    private String words(String heading) {
        return script.words.about(script.report(), heading, script.dice);
    }
}
