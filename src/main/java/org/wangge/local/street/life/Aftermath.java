package org.wangge.local.street.life;

import static org.wangge.issue.clock.DuePoint.CALLBACK;
import static org.wangge.issue.clock.DuePoint.DISPATCH;
import static org.wangge.issue.clock.DuePoint.HANDLE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.issue.Party;
import org.wangge.local.street.team.Post;

/// What is said of a closed case (评价、回访), and what follows from it: it is done with, or begins anew.
final class Aftermath {
    private static final int CONTENT = 3;
    private static final Duration UNRATED = Duration.ofDays(15);

    private final Script script;
    private final Docket docket;
    private final Runnable again;

    /// @param again plans the next round
    Aftermath(Script script, Runnable again) {
        this.script = script;
        this.docket = script.docket;
        this.again = again;
    }

    void follow() {
        var mark = script.dice.share();
        if (!Kind.isKnown(script.report())) {
            script.then(() -> script.within(CALLBACK), this::evaluate);
        } else if (mark < 0.45) {
            script.then(() -> script.within(CALLBACK), this::rate);
        } else if (mark < 0.8) {
            script.then(() -> script.within(CALLBACK), this::callAndRate);
        } else if (mark < 0.88) {
            script.then(() -> script.before(CALLBACK, 0.1, 0.4), at -> call("NO_ANSWER", words("NO_ANSWER"), at));
            script.then(() -> script.inOffice(420, 600), this::callAndRate);
        } else {
            script.then(() -> script.within(CALLBACK), at -> call("DECLINED", words("DECLINED"), at));
            endUnrated(mark);
        }
    }

    private void endUnrated(double mark) {
        if (mark < 0.95) {
            script.then(() -> script.inOffice(900, 3000), this::evaluate);
        } else {
            script.then(
                    () -> docket.closedAt() == null
                            ? docket.updatedAt()
                            : docket.closedAt().plus(UNRATED).plusSeconds(30),
                    this::expire);
        }
    }

    private void rate(Instant at) {
        var reporter = Voices.reporter(script.report());
        docket.stay(Move.RATE, Party.REPORTER, reporter, at, null);
        rated(score(), "REPORTER", reporter, at);
    }

    private void callAndRate(Instant at) {
        var score = score();
        call(score < CONTENT ? "DISSATISFIED" : "SATISFIED", null, at);
        rated(score, "CALLBACK", supervisor(at), at);
    }

    private void call(String outcome, @Nullable String note, Instant at) {
        var isReached = !outcome.equals("NO_ANSWER");
        var no = 1
                + (int) docket.papers.callbacks.stream()
                        .filter(call -> call.round() == docket.round())
                        .count();
        var actor = supervisor(at);
        docket.papers.callbacks.add(new Papers.Callback(docket.round(), no, actor, at, isReached, outcome, note));
        docket.stay(Move.RECORD_CALLBACK, Party.SUPERVISION, actor, at, null);
        if (isReached) {
            docket.meet(at, CALLBACK);
        }
    }

    /// Content, or solved: it ends here; neither, and it is handled again.
    private void rated(int score, String via, String actor, Instant at) {
        var isResolved = score >= CONTENT || script.dice.chance(0.25);
        var reasons = score < CONTENT ? List.of(script.words.pick("REASON", script.dice)) : List.<String>of();
        var comment =
                score < CONTENT ? words("BAD " + reasons.getFirst()) : script.dice.chance(0.4) ? words("GOOD") : null;
        docket.papers.ratings.add(
                new Papers.Rating(docket.round(), score, isResolved, reasons, comment, via, actor, at));
        docket.meet(at, CALLBACK);
        if (isResolved) {
            docket.move(Move.EVALUATE, Party.TIMER, IssueStatus.EVALUATED, actor, at, null);
            docket.cancelAll(at);
        } else {
            reopen(comment == null ? "" : comment, actor, at);
        }
    }

    private void reopen(String reason, String actor, Instant at) {
        docket.cancelAll(at);
        docket.reopen();
        docket.move(Move.REOPEN, Party.REPORTER, IssueStatus.ACCEPTED, actor, at, reason);
        docket.start(at, DISPATCH, HANDLE);
        again.run();
    }

    private void evaluate(Instant at) {
        var actor = script.staff.holder(Post.ANALYSIS, at).actor();
        var note = script.dice.chance(0.3) ? null : words("EVALUATE");
        docket.move(Move.EVALUATE, Party.ANALYSIS, IssueStatus.EVALUATED, actor, at, note);
        docket.cancelAll(at);
    }

    private void expire(Instant at) {
        docket.move(Move.EVALUATE, Party.TIMER, IssueStatus.EVALUATED, "timer", at, null);
        docket.cancelAll(at);
    }

    /// The second round of a case contents whoever was not content with the first.
    private int score() {
        var mark = script.dice.share();
        var worst = docket.round() > 1 ? 0.84 : 1;
        return mark * worst < 0.5 ? 5 : mark * worst < 0.75 ? 4 : mark * worst < 0.93 ? 3 : mark < 0.97 ? 2 : 1;
    }

    private String supervisor(Instant at) {
        return script.staff.holder(Post.SUPERVISION, at, docket.handlers()).actor();
    }

    private String words(String heading) {
        return script.words.about(script.report(), heading, script.dice);
    }
}
