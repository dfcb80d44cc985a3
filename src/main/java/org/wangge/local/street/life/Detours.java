package org.wangge.local.street.life;

import static org.wangge.issue.clock.DuePoint.CONTACT;
import static org.wangge.issue.clock.DuePoint.HANDLE;
import static org.wangge.issue.clock.DuePoint.REWORK;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.issue.Party;
import org.wangge.issue.clock.DuePoint;
import org.wangge.local.street.seed.History;
import org.wangge.local.street.team.Post;

/// What holds a case up while it is handled: questions, suspensions, extensions, and being urged.
final class Detours {
    private static final Set<DuePoint> WORK = EnumSet.of(CONTACT, HANDLE, REWORK);
    private static final int REPORTER_DAYS = 5;

    private final Script script;
    private final Docket docket;
    private final Papers papers;

    Detours(Script script) {
        this.script = script;
        this.docket = script.docket;
        this.papers = docket.papers;
    }

    /// Put off for a reason, until somebody takes it up again (挂账).
    void suspend() {
        script.then(() -> script.inOffice(20, 200), this::askToPutOff);
        script.then(() -> script.inOffice(20, 200), this::putOff);
        script.then(() -> script.inOffice(1200, 7000), this::resume);
    }

    void askReporter() {
        script.then(() -> script.inOffice(20, 200), this::ask);
        script.then(() -> script.soon(60, 5000), this::answer);
    }

    void extend() {
        script.then(() -> script.before(HANDLE, 0.1, 0.5), this::askForTime);
        script.then(() -> script.before(HANDLE, 0.1, 0.6), this::giveTime);
    }

    void urge() {
        script.then(() -> script.before(HANDLE, 0.1, 0.6), this::urge);
    }

    private void askToPutOff(Instant at) {
        var words = script.words.pick("SUSPEND", script.dice).split("\\|");
        var review = History.dayOf(at).plusDays(script.dice.between(35, 85));
        papers.pauses.add(
                new Papers.Pause(docket.round(), 1, words[0], words[1], lead(), at, review, null, null, null));
        docket.stay(Move.REQUEST_SUSPENSION, Party.LEAD, lead(), at, words[1]);
    }

    private void putOff(Instant at) {
        var actor = script.staff.holder(Post.SUPERVISION, at, docket.handlers()).actor();
        papers.pauses.set(0, papers.pauses.getFirst().decided(actor, at));
        docket.pause(at, WORK);
        var note = script.words.pick("PUT_OFF", script.dice);
        docket.move(Move.DECIDE_SUSPENSION, Party.SUPERVISION, IssueStatus.SUSPENDED, actor, at, note);
    }

    private void resume(Instant at) {
        goOn(at);
        docket.move(
                Move.RESUME, Party.LEAD, IssueStatus.IN_PROGRESS, lead(), at, script.words.pick("RESUME", script.dice));
    }

    private void ask(Instant at) {
        var question = script.words.pick("QUESTION", script.dice);
        var review = History.dayOf(at).plusDays(REPORTER_DAYS);
        papers.pauses.add(
                new Papers.Pause(docket.round(), 1, "WAIT_REPORTER", question, lead(), at, review, lead(), at, null));
        docket.meet(at, CONTACT);
        docket.pause(at, WORK);
        docket.move(Move.REQUEST_INFO, Party.LEAD, IssueStatus.SUSPENDED, lead(), at, question);
    }

    private void answer(Instant at) {
        goOn(at);
        var reporter = Voices.reporter(script.report());
        var text = script.words.pick("INFO", script.dice);
        docket.move(Move.GIVE_INFO, Party.REPORTER, IssueStatus.IN_PROGRESS, reporter, at, text);
    }

    private void goOn(Instant at) {
        papers.pauses.set(0, papers.pauses.getFirst().ended(at));
        docket.resume(at);
    }

    private void askForTime(Instant at) {
        var timer = docket.timer(HANDLE);
        var wanted = timer.after(timer.whole().plus(Duration.ofHours(14)));
        // Over holidays that is longer than may be asked for.
        var longest = timer.originalDueAt.plus(Duration.between(timer.startedAt, timer.originalDueAt));
        var until = wanted.isAfter(longest) ? longest : wanted;
        var reason = script.words.pick("EXTEND", script.dice);
        papers.extensions.add(new Papers.Extension(docket.round(), 1, until, reason, lead(), at, null, null, null));
        docket.stay(Move.REQUEST_EXTENSION, Party.LEAD, lead(), at, reason);
    }

    private void giveTime(Instant at) {
        var actor =
                script.staff.holder(Post.DUTY_COMMANDER, at, docket.handlers()).actor();
        var note = script.words.pick("GRANT", script.dice);
        var asked = papers.extensions.getFirst();
        papers.extensions.set(0, asked.granted(actor, at, note));
        docket.timer(HANDLE).postpone(asked.until());
        docket.stay(Move.DECIDE_EXTENSION, Party.DUTY_COMMANDER, actor, at, note);
    }

    private void urge(Instant at) {
        var reporter = Voices.reporter(script.report());
        var text = script.words.pick("URGE", script.dice);
        papers.supervisions.add(new Papers.Supervision(docket.round(), 1, "URGE", text, reporter, at));
        docket.stay(Move.URGE, Party.REPORTER, reporter, at, text);
    }

    private String lead() {
        return "member:" + docket.lead();
    }
}
