package org.wangge.local.street.life;

import static org.wangge.issue.clock.DuePoint.CONTACT;
import static org.wangge.issue.clock.DuePoint.HANDLE;
import static org.wangge.issue.clock.DuePoint.REWORK;
import static org.wangge.issue.clock.DuePoint.VERIFY;

import java.time.Instant;
import java.util.function.Supplier;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.issue.Party;
import org.wangge.issue.evidence.EvidenceKind;

/// What those do who have a case in hand, and show of it (现场处置、结果反馈).
final class Working {
    private final Script script;
    private final Docket docket;
    private final Evidence evidence;

    Working(Script script) {
        this.script = script;
        this.docket = script.docket;
        this.evidence = new Evidence(script);
    }

    /// Whoever is concerned is met, the place is seen, and the work begins.
    void begin() {
        if (docket.required().contains(EvidenceKind.PERSON)) {
            script.then(() -> script.within(CONTACT), at -> show(EvidenceKind.PERSON, at));
        }
        if (docket.required().contains(EvidenceKind.SCENE)) {
            script.then(() -> script.soon(3, 40), at -> show(EvidenceKind.SCENE, at));
            process();
        }
    }

    /// What has been done by then, in the time that is left.
    void process() {
        script.then(() -> script.before(HANDLE, 0.1, 0.4), this::addProcess);
    }

    void finish() {
        finish(() -> script.atLast(HANDLE));
    }

    /// The due time is over: as soon as can be.
    void finishLate() {
        script.then(() -> script.inOffice(60, 400), this::addProcess);
        finish(() -> script.inOffice(60, 380));
    }

    /// The result was not enough: it is shown anew.
    void finishAgain() {
        script.then(() -> script.atLast(REWORK), at -> show(EvidenceKind.RESULT, at));
        script.then(() -> script.soon(2, 20), this::submit);
    }

    private void finish(Supplier<Instant> when) {
        script.then(when, at -> show(EvidenceKind.RESULT, at));
        if (docket.required().contains(EvidenceKind.ANALYSIS)) {
            script.then(() -> script.soon(1, 8), at -> show(EvidenceKind.ANALYSIS, at));
        }
        script.then(() -> script.soon(1, 4), this::submit);
    }

    private void addProcess(Instant at) {
        var shown = evidence.of(EvidenceKind.PROCESS);
        docket.prove(EvidenceKind.PROCESS, shown, lead(), at);
        docket.stay(Move.ADD_PROCESS, Party.LEAD, lead(), at, shown.text());
    }

    private void show(EvidenceKind kind, Instant at) {
        docket.prove(kind, evidence.of(kind), lead(), at);
        if (kind == EvidenceKind.PERSON) {
            docket.meet(at, CONTACT);
        }
        docket.stay(Move.ADD_EVIDENCE, Party.LEAD, lead(), at, kind.name());
    }

    private void submit(Instant at) {
        docket.outcome(script.words.pick("OUTCOME", script.dice));
        var note = script.dice.chance(0.3) ? null : script.words.pick("SUBMIT_RESULT", script.dice);
        docket.move(Move.SUBMIT_RESULT, Party.LEAD, IssueStatus.HANDLED, lead(), at, note);
        docket.meet(at, HANDLE, REWORK, CONTACT);
        docket.start(at, VERIFY);
    }

    private String lead() {
        return "member:" + docket.lead();
    }
}
