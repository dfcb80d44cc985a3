package org.wangge.local.street.life;

import static org.wangge.issue.clock.DuePoint.ACCEPT;
import static org.wangge.issue.clock.DuePoint.CALLBACK;
import static org.wangge.issue.clock.DuePoint.CONTACT;
import static org.wangge.issue.clock.DuePoint.DISPATCH;
import static org.wangge.issue.clock.DuePoint.HANDLE;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.issue.Party;
import org.wangge.issue.clock.DuePoint;
import org.wangge.local.street.team.Post;

/// How a case comes in: accepted, refused, answered at once, or found to be told already.
final class Opening {
    private static final String UNIT = "云溪街道智慧云溪指挥中心";

    private final Script script;
    private final Docket docket;

    Opening(Script script) {
        this.script = script;
        this.docket = script.docket;
    }

    void accept() {
        script.then(() -> script.within(ACCEPT), at -> accept(intake(at), at));
    }

    void reject() {
        script.then(() -> script.within(ACCEPT), this::reject);
    }

    /// Refused, objected to, and accepted by somebody else.
    void rejectAndAccept() {
        reject();
        script.then(() -> script.inOffice(200, 1500), this::object);
        script.then(
                () -> script.within(ACCEPT),
                at -> accept(
                        script.staff
                                .holder(Post.INTAKE, at, List.of(rejecter()))
                                .actor(),
                        at));
    }

    void answer() {
        script.then(() -> script.within(ACCEPT), this::answer);
    }

    /// By whoever serves the grid, on the spot.
    void selfHandle() {
        script.then(() -> script.within(ACCEPT), this::selfHandle);
    }

    void merge(Docket target) {
        script.then(() -> script.within(ACCEPT), at -> merge(target, at));
    }

    private void accept(String actor, Instant at) {
        docket.graded(at);
        docket.move(Move.ACCEPT, Party.INTAKE, IssueStatus.ACCEPTED, actor, at, words("ACCEPT"));
        docket.meet(at, ACCEPT);
        docket.start(at, DISPATCH, HANDLE);
    }

    private void reject(Instant at) {
        var explanation = words("REJECT").split("\\|");
        docket.rejectReason(explanation[0]);
        docket.move(Move.REJECT, Party.INTAKE, IssueStatus.REJECTED, intake(at), at, explanation[1]);
        docket.meet(at, ACCEPT);
        reply("REJECTION", explanation[1], "不予受理，" + explanation[2], intake(at), at);
    }

    private void object(Instant at) {
        docket.rejectReason(null);
        docket.move(
                Move.OBJECT_REJECTION,
                Party.REPORTER,
                IssueStatus.REPORTED,
                Voices.reporter(script.report()),
                at,
                words("OBJECT"));
        docket.start(at, ACCEPT);
    }

    private UUID rejecter() {
        var actor = docket.steps.get(1).actor();
        return UUID.fromString(actor.substring(actor.indexOf(':') + 1));
    }

    /// The five steps that it takes in one go.
    private void answer(Instant at) {
        var actor = intake(at);
        docket.filed(at);
        step(Move.ACCEPT, IssueStatus.ACCEPTED, actor, at);
        docket.meet(at, ACCEPT);
        docket.start(at, HANDLE);
        step(Move.DISPATCH, IssueStatus.DISPATCHED, actor, at);
        step(Move.SIGN, IssueStatus.IN_PROGRESS, actor, at);
        var evidence = new Evidence(script);
        docket.required().forEach(kind -> docket.prove(kind, evidence.of(kind), actor, at));
        docket.outcome("EXPLAINED");
        step(Move.SUBMIT_RESULT, IssueStatus.HANDLED, actor, at);
        docket.meet(at, HANDLE);
        docket.judge(docket.required(), true, null, actor, at);
        var type = script.report().story().type();
        reply("DIRECT", words("MEASURES " + type), words("RESULT " + type), actor, at);
        docket.closedAt(at);
        step(Move.CLOSE, IssueStatus.CLOSED, actor, at);
        docket.start(at, CALLBACK);
    }

    private void selfHandle(Instant at) {
        var rule = script.staff.suggested(script.report(), script.category, "GRID", at, script.dice);
        var hand = Objects.requireNonNull(rule);
        var actor = hand.signer().actor();
        docket.filed(at);
        docket.move(Move.ACCEPT, Party.GRID_MEMBER, IssueStatus.ACCEPTED, actor, at, null);
        docket.meet(at, ACCEPT);
        docket.start(at, HANDLE);
        docket.sign(docket.give(hand, actor, at, null), at);
        docket.move(Move.DISPATCH, Party.GRID_MEMBER, IssueStatus.DISPATCHED, actor, at, words("SELF"));
        docket.move(Move.SIGN, Party.LEAD, IssueStatus.IN_PROGRESS, actor, at, null);
        docket.start(at, CONTACT);
    }

    /// It can be taken out again for a day: its clock stands still.
    private void merge(Docket target, Instant at) {
        var reason = words("MERGE");
        docket.papers.merge(new Papers.Merge(
                target.uuid(), intake(at), at, reason, docket.status().name()));
        docket.pause(at, EnumSet.allOf(DuePoint.class));
        docket.move(Move.MERGE, Party.INTAKE, IssueStatus.MERGED, intake(at), at, reason);
    }

    private void step(Move move, IssueStatus to, String actor, Instant at) {
        docket.move(move, Party.INTAKE, to, actor, at, null);
    }

    private void reply(String kind, String measures, String result, String actor, Instant at) {
        var acceptedAt = kind.equals("REJECTION") ? null : docket.acceptedAt();
        docket.papers.replies.add(new Papers.Reply(
                docket.nextId(at), docket.round(), kind, acceptedAt, null, measures, result, UNIT, actor, at));
    }

    private String words(String heading) {
        return script.words.about(script.report(), heading, script.dice);
    }

    private String intake(Instant at) {
        return script.staff.holder(Post.INTAKE, at).actor();
    }
}
