package org.wangge.issue.flow;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.wangge.access.Viewer;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueLevel;
import org.wangge.issue.IssueOutcome;
import org.wangge.issue.Move;
import org.wangge.issue.RejectReason;
import org.wangge.issue.Urgency;
import org.wangge.issue.clock.DuePoint;
import org.wangge.issue.dispatch.HandInput;
import org.wangge.issue.evidence.EvidenceKind;
import org.wangge.issue.reply.CallbackInput;
import org.wangge.issue.reply.CallbackOutcome;
import org.wangge.issue.reply.RatingInput;
import org.wangge.issue.reply.RatingReason;
import org.wangge.issue.reply.ReplyInput;
import org.wangge.personnel.DepartmentId;
import org.wangge.personnel.MemberId;
import org.wangge.town.Awaited;

/// Gives those commands again, to a copy of a case, by which it was handled: what they said is read
/// from what they left.
@TestComponent
public class CommandsAgain {
    private final FlowService service;
    private final Map<UUID, UUID> copies = new HashMap<>();
    private final ProofAgain proofs = new ProofAgain();

    CommandsAgain(FlowService service) {
        this.service = service;
    }

    /// A case as it was written, and its copy.
    public record Told(Connection connection, UUID original, UUID copy) {
        List<Written> rows(String table, Written line, String at) {
            return Written.rows(
                    connection,
                    "select * from %s where issue_id = '%s' and round = %d and %s = '%s'"
                            .formatted(table, original, round(line), at, line.text("at")));
        }

        private static int round(Written line) {
            return line.number("round");
        }
    }

    public void follow(UUID original, UUID copy) {
        copies.put(original, copy);
    }

    /// The command that wrote these lines of the timeline, all at one time.
    public void give(Told told, List<Written> lines, Viewer viewer) {
        var first = lines.getFirst();
        Awaited.the(service.carryOut(action(told, lines, first, first.number("seq") - 1), viewer));
    }

    private Action action(Told told, List<Written> lines, Written line, int version) {
        var key = UUID.randomUUID();
        var id = new IssueId(told.copy());
        var note = line.maybe("note");
        return switch (line.one("move", Move.class)) {
            case ACCEPT -> accepted(told, lines, key, id, version);
            case REJECT -> reject(told, line, key, id, version);
            case MERGE -> new IntakeAction.Merge(key, id, version, target(told), Objects.requireNonNull(note));
            case DISPATCH -> dispatch(told, line, key, id, version);
            case RULE_RETURN -> rule(told, line, key, id, version);
            case SIGN -> new HandlerAction.Sign(key, id, version, note, null);
            case RETURN -> giveBack(told, line, key, id, version);
            case ADD_PROCESS ->
                new HandlerAction.AddProcess(key, id, version, line.text("note"), line.at("at"), null, null);
            case ADD_EVIDENCE ->
                new HandlerAction.AddEvidence(
                        key, id, version, proofs.of(told, line).getFirst(), null);
            case REQUEST_INFO -> new HandlerAction.RequestInfo(key, id, version, line.text("note"));
            case GIVE_INFO -> new ReporterAction.GiveInfo(key, id, null, version, line.text("note"), null);
            case REQUEST_SUSPENSION -> putOff(told, line, key, id, version);
            case DECIDE_SUSPENSION -> new DecisionAction.DecideSuspension(key, id, version, true, line.text("note"));
            case RESUME -> new HandlerAction.Resume(key, id, version, note);
            case REQUEST_EXTENSION -> extend(told, line, key, id, version);
            case DECIDE_EXTENSION -> new DecisionAction.DecideExtension(key, id, version, true, line.text("note"));
            case SUBMIT_RESULT -> submit(told, line, key, id, version);
            case VERIFY -> verify(line, key, id, version);
            case CLOSE -> new VerifyAction.Close(key, id, version, reply(told, line), note);
            case RATE -> new ReporterAction.Rate(key, id, null, version, Objects.requireNonNull(rating(told, line)));
            case RECORD_CALLBACK -> call(told, line, key, id, version);
            case EVALUATE -> new VerifyAction.Evaluate(key, id, version, note);
            case WITHDRAW -> new ReporterAction.Withdraw(key, id, null, version, note);
            case OBJECT_REJECTION -> new ReporterAction.ObjectRejection(key, id, null, version, line.text("note"));
            case URGE -> new ReporterAction.Urge(key, id, null, version, note);
            case SUPERVISE -> new DecisionAction.Card(key, id, version, false, DuePoint.HANDLE);
            default -> throw new IllegalStateException("nobody does that in the street: " + line);
        };
    }

    private Action accepted(Told told, List<Written> lines, UUID key, IssueId id, int version) {
        var line = lines.getFirst();
        if (lines.size() == 1) {
            var graded = graded(told);
            return new IntakeAction.Accept(
                    key,
                    id,
                    version,
                    null,
                    null,
                    graded.urgency,
                    graded.level,
                    null,
                    null,
                    "another one",
                    line.text("note"));
        }
        return line.text("acted_as").equals("INTAKE")
                ? new IntakeAction.AnswerDirectly(
                        key, id, version, reply(told, line), proofs.of(told, line), IssueOutcome.EXPLAINED)
                : new HandlerAction.SelfHandle(key, id, version, lines.get(1).maybe("note"), null);
    }

    private record Graded(Urgency urgency, IssueLevel level) {}

    /// As it was filed: the clock of handling says how urgent, the first step up how high.
    private static Graded graded(Told told) {
        var row =
                Written.rows(told.connection(), """
                        select coalesce((select e.from_level from issue_escalation e
                                         where e.issue_id = i.id order by e.round, e.no limit 1), i.level) as level,
                               coalesce((select p.urgency from issue_clock c join sla_policy p on p.id = c.policy_id
                                         where c.issue_id = i.id and c.round = 1 and c.point = 'DISPATCH'
                                         order by c.no limit 1), i.urgency) as urgency
                        from issue i where i.id = '%s'""".formatted(told.original())).getFirst();
        return new Graded(row.one("urgency", Urgency.class), row.one("level", IssueLevel.class));
    }

    private static Action reject(Told told, Written line, UUID key, IssueId id, int version) {
        var reply = told.rows("issue_reply", line, "sent_at").getFirst();
        var reason = Written.rows(
                        told.connection(), "select reject_reason from issue where id = '" + told.original() + "'")
                .getFirst()
                .maybe("reject_reason", RejectReason.class);
        return new IntakeAction.Reject(
                key,
                id,
                version,
                reason == null ? RejectReason.NO_SUBSTANCE : reason,
                line.text("note"),
                reply.text("result"),
                reply.text("unit"));
    }

    private IssueId target(Told told) {
        var into = Written.rows(told.connection(), "select merged_into from issue where id = '" + told.original() + "'")
                .getFirst()
                .uuid("merged_into");
        return new IssueId(Objects.requireNonNull(copies.get(into)));
    }

    private static Action dispatch(Told told, Written line, UUID key, IssueId id, int version) {
        var order = told.rows("work_order", line, "dispatched_at").getFirst();
        return new DispatchAction.Dispatch(
                key, id, version, hand(order), null, order.maybe("instruction"), order.maybe("override_reason"));
    }

    private static Action rule(Told told, Written line, UUID key, IssueId id, int version) {
        var order = told.rows("work_order", line, "dispatched_at").getFirst();
        return new DispatchAction.RuleReturn(
                key, id, version, Ruling.UPHELD, line.text("note"), hand(order), null, null);
    }

    private static HandInput hand(Written order) {
        return order.has("department_id")
                ? new HandInput(null, new DepartmentId(order.uuid("department_id")))
                : new HandInput(new MemberId(order.uuid("member_id")), null);
    }

    private static Action giveBack(Told told, Written line, UUID key, IssueId id, int version) {
        var order = told.rows("work_order", line, "returned_at").getFirst();
        return new HandlerAction.Return(
                key,
                id,
                version,
                order.one("return_reason", ReturnReason.class),
                order.text("return_note"),
                order.text("suggested_owner"));
    }

    private static Action putOff(Told told, Written line, UUID key, IssueId id, int version) {
        var pause = told.rows("issue_pause", line, "asked_at").getFirst();
        return new HandlerAction.RequestSuspension(
                key, id, version, pause.one("kind", PauseKind.class), pause.text("reason"), pause.day("review_on"));
    }

    private static Action extend(Told told, Written line, UUID key, IssueId id, int version) {
        var asked = told.rows("issue_extension", line, "asked_at").getFirst();
        return new HandlerAction.RequestExtension(key, id, version, asked.at("requested_until"), asked.text("reason"));
    }

    /// What a later round says of the outcome stands in the issue; a former one is not kept.
    private static Action submit(Told told, Written line, UUID key, IssueId id, int version) {
        var outcome = Written.rows(told.connection(), "select outcome from issue where id = '" + told.original() + "'")
                .getFirst()
                .maybe("outcome", IssueOutcome.class);
        return new HandlerAction.SubmitResult(
                key, id, version, outcome == null ? IssueOutcome.RESOLVED : outcome, null, line.maybe("note"), null);
    }

    private static Action verify(Written line, UUID key, IssueId id, int version) {
        var isFailed = line.text("to_status").equals("IN_PROGRESS");
        var accepted = new ArrayList<>(List.of(EvidenceKind.values()));
        if (!isFailed) {
            return new VerifyAction.Verify(key, id, version, accepted, null, line.maybe("note"));
        }
        accepted.remove(EvidenceKind.RESULT);
        var why = line.text("note").substring("RESULT: ".length());
        var failures = List.of(new VerifyAction.Failure(EvidenceKind.RESULT, why));
        return new VerifyAction.Verify(key, id, version, accepted, failures, null);
    }

    private static ReplyInput reply(Told told, Written line) {
        var reply = told.rows("issue_reply", line, "sent_at").getFirst();
        var contacted = reply.has("contacted_mask") ? contacted(reply.text("contacted_mask")) : null;
        return new ReplyInput(
                contacted, reply.text("measures"), reply.text("result"), null, reply.text("unit"), null, null);
    }

    /// Masks show the first character alone: each of these words begins with another one, or masks alike.
    private static String contacted(String mask) {
        return mask.replace('*', '人');
    }

    private static Action call(Told told, Written line, UUID key, IssueId id, int version) {
        var call = told.rows("issue_callback", line, "at").getFirst();
        var input = new CallbackInput(call.one("outcome", CallbackOutcome.class), call.maybe("note"));
        return new VerifyAction.RecordCallback(key, id, version, input, rating(told, line));
    }

    private static @Nullable RatingInput rating(Told told, Written line) {
        var found = told.rows("issue_rating", line, "at");
        if (found.isEmpty()) {
            return null;
        }
        var rating = found.getFirst();
        var names = rating.text("reasons").replace("{", "").replace("}", "");
        var reasons = names.isEmpty()
                ? List.<RatingReason>of()
                : java.util.Arrays.stream(names.split(","))
                        .map(RatingReason::valueOf)
                        .toList();
        return new RatingInput(rating.number("score"), rating.is("is_resolved"), reasons, rating.maybe("comment"));
    }
}
