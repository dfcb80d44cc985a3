package org.wangge.local.street.life;

import static org.wangge.issue.clock.DuePoint.CALLBACK;
import static org.wangge.issue.clock.DuePoint.CONTACT;
import static org.wangge.issue.clock.DuePoint.HANDLE;
import static org.wangge.issue.clock.DuePoint.REWORK;
import static org.wangge.issue.clock.DuePoint.VERIFY;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.issue.Party;
import org.wangge.issue.evidence.EvidenceKind;
import org.wangge.local.street.team.Post;

/// How the result of a case is looked at: sent back, or closed with a reply (核查结案); and how a case
/// ends that its reporter takes back.
final class Ending {
    private final Script script;
    private final Docket docket;

    Ending(Script script) {
        this.script = script;
        this.docket = script.docket;
    }

    void close() {
        script.then(() -> script.within(VERIFY), this::verify);
        script.then(() -> script.soon(2, 15), this::close);
    }

    /// What it has come to is not enough (返工).
    void fail() {
        script.then(() -> script.within(VERIFY), this::fail);
    }

    void withdraw() {
        script.then(() -> script.soon(5, 180), this::withdraw);
    }

    private void verify(Instant at) {
        var actor = supervisor(at);
        docket.judge(docket.required(), true, null, actor, at);
        var note = script.dice.chance(0.5) ? null : words("VERIFY");
        docket.stay(Move.VERIFY, Party.SUPERVISION, actor, at, note);
    }

    private void fail(Instant at) {
        var actor = supervisor(at);
        var why = words("FAIL");
        Set<EvidenceKind> others = EnumSet.copyOf(docket.required());
        others.remove(EvidenceKind.RESULT);
        docket.judge(others, true, null, actor, at);
        docket.judge(EnumSet.of(EvidenceKind.RESULT), false, why, actor, at);
        docket.outcome(null);
        docket.move(Move.VERIFY, Party.SUPERVISION, IssueStatus.IN_PROGRESS, actor, at, "RESULT: " + why);
        docket.meet(at, VERIFY);
        docket.start(at, REWORK);
    }

    private void close(Instant at) {
        var actor = supervisor(at);
        var order = docket.order().orElseThrow();
        order.end("DONE", at);
        docket.papers.replies.add(reply(order, actor, at));
        docket.closedAt(at);
        var note = script.dice.chance(0.3) ? null : words("CLOSE");
        docket.move(Move.CLOSE, Party.SUPERVISION, IssueStatus.CLOSED, actor, at, note);
        docket.meet(at, VERIFY);
        docket.cancel(at, HANDLE, REWORK, CONTACT);
        docket.start(at, CALLBACK);
    }

    private Papers.Reply reply(Order order, String actor, Instant at) {
        return new Papers.Reply(
                docket.nextId(at),
                docket.round(),
                "FINAL",
                docket.acceptedAt(),
                words("CONTACTED"),
                words("MEASURES"),
                words("RESULT " + docket.outcome()),
                order.hand.unit(),
                actor,
                at);
    }

    private void withdraw(Instant at) {
        docket.recallOrders(at);
        docket.cancelAll(at);
        docket.outcome("WITHDRAWN");
        var reporter = Voices.reporter(script.report());
        docket.move(Move.WITHDRAW, Party.REPORTER, IssueStatus.WITHDRAWN, reporter, at, words("WITHDRAW"));
    }

    private String supervisor(Instant at) {
        return script.staff.holder(Post.SUPERVISION, at, docket.handlers()).actor();
    }

    private String words(String heading) {
        return script.words.about(script.report(), heading, script.dice);
    }
}
