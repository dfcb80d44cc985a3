package org.wangge.issue.flow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.wangge.issue.CategoryId;
import org.wangge.issue.Confidentiality;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueCategory;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueLevel;
import org.wangge.issue.IssueOutcome;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.IssueType;
import org.wangge.issue.Move;
import org.wangge.issue.RejectReason;
import org.wangge.issue.Urgency;
import org.wangge.issue.clock.DuePoint;
import org.wangge.issue.dispatch.HandInput;
import org.wangge.issue.evidence.CauseCode;
import org.wangge.issue.evidence.ContactMeans;
import org.wangge.issue.evidence.EvidenceInput;
import org.wangge.issue.evidence.EvidenceKind;
import org.wangge.issue.reply.CallbackInput;
import org.wangge.issue.reply.CallbackOutcome;
import org.wangge.issue.reply.RatingInput;
import org.wangge.issue.reply.RatingReason;
import org.wangge.issue.reply.ReplyInput;
import org.wangge.personnel.DepartmentId;

/// What people try at random, plausible or not.
final class Script {
    static final IssueCategory CATEGORY =
            new IssueCategory(new CategoryId(new UUID(8, 1)), "LIFT", null, "电梯", "Lifts", Urgency.NORMAL);
    static final String LONG = "这台电梯每个月都会坏一次，已经约好换新的主板，并且每周检查。";
    static final ReplyInput REPLY = new ReplyInput("家属", LONG, "已经修好", null, "物业", null, null);

    private static final List<IssueOutcome> OUTCOMES =
            List.of(IssueOutcome.RESOLVED, IssueOutcome.PARTLY_RESOLVED, IssueOutcome.UNFOUNDED);

    private final Random random;
    /// In how many of a hundred steps people do what comes next.
    private final int care;

    Script(Random random) {
        this.random = random;
        this.care = 20 + random.nextInt(76);
    }

    <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    <T> T any(T[] all) {
        return all[random.nextInt(all.length)];
    }

    boolean in(int percent) {
        return random.nextInt(100) < percent;
    }

    Issue issue() {
        var sample = Sample.of(IssueStatus.REPORTED);
        sample.id = new IssueId(UUID.randomUUID());
        sample.type = in(50) ? IssueType.DEMAND : any(IssueType.values());
        sample.urgency = in(80) ? Urgency.NORMAL : any(Urgency.values());
        sample.confidentiality = in(90) ? Confidentiality.PUBLIC : Confidentiality.PRIVATE;
        sample.version = 1;
        sample.closedAt = null;
        return sample.issue();
    }

    Duration pause() {
        return switch (random.nextInt(20)) {
            case 0 -> Duration.ofDays(random.nextInt(100));
            case 1, 2 -> Duration.ofDays(1);
            default -> Duration.ofMinutes(random.nextInt(180));
        };
    }

    /// What follows from where it stands, or anything.
    Move move(CaseFile life) {
        var from = Move.from(life.issue().status());
        var forward = from.stream()
                .filter(move -> Arrays.stream(IssueStatus.values())
                        .anyMatch(to -> to != life.issue().status()
                                && move.leads(life.issue().status(), to)))
                .filter(move -> move != Move.WITHDRAW && move != Move.MERGE && move != Move.REJECT)
                .toList();
        if (in(5) || from.isEmpty()) {
            return any(Move.values());
        }
        if (in(care)) {
            return straight(life);
        }
        return in(60) && !forward.isEmpty() ? any(forward) : any(from);
    }

    /// The next step of a life in which all goes well.
    Move straight(CaseFile life) {
        return switch (life.issue().status()) {
            case REPORTED -> Move.ACCEPT;
            case ACCEPTED, RETURNED -> Move.DISPATCH;
            case DISPATCHED -> Move.SIGN;
            case IN_PROGRESS -> working(life);
            case HANDLED -> in(50) ? Move.VERIFY : Move.CLOSE;
            case CLOSED -> Move.RATE;
            case EVALUATED -> Move.REOPEN;
            case SUSPENDED -> in(50) ? Move.RESUME : Move.GIVE_INFO;
            case REJECTED -> Move.OBJECT_REJECTION;
            case MERGED, WITHDRAWN -> Move.UNMERGE;
        };
    }

    private Move working(CaseFile life) {
        var known = life.circumstances();
        if (known.pauseAsked() != null && in(50)) {
            return Move.DECIDE_SUSPENSION;
        }
        if (known.extensionAsked() != null && in(50)) {
            return Move.DECIDE_EXTENSION;
        }
        if (in(10)) {
            return in(50) ? Move.REQUEST_SUSPENSION : Move.REQUEST_EXTENSION;
        }
        return life.missing().isEmpty() ? Move.SUBMIT_RESULT : Move.ADD_EVIDENCE;
    }

    Player player(Move move, Life life, World world) {
        var from = random.nextInt(Player.ALL.size());
        for (var i = 0; i < Player.ALL.size() && move.leavesFrom(life.issue.status()) && !in(1); i++) {
            var player = Player.ALL.get((from + i) % Player.ALL.size());
            if (world.may(move, player, life)) {
                return player;
            }
        }
        return any(Player.ALL);
    }

    Facts facts(Action action, Life life, World world) {
        var hand = any(Player.HANDS);
        var others =
                in(40) ? List.of(Optional.of(any(Player.HANDS))) : List.<Optional<org.wangge.issue.dispatch.Hand>>of();
        var hands = new java.util.ArrayList<>(List.of(Optional.of(hand)));
        hands.addAll(others);
        return switch (action) {
            case IntakeAction.Merge merge ->
                Facts.ofTarget(world.lives.get(merge.intoId().value()).file(Player.REPORTER, world));
            case IntakeAction.Accept accept ->
                Facts.ofAccept(null, null, in(10) ? List.of(UUID.randomUUID()) : List.of());
            case DispatchAction.Split split ->
                Facts.ofParts(
                        split.parts().stream().map(part -> part(life, world)).toList());
            case DispatchAction.Whistle whistle ->
                Facts.ofHands(
                        CATEGORY,
                        List.of(Optional.of(Player.HANDS.get(3)), Optional.of(Player.HANDS.get(4))),
                        hand,
                        true,
                        world.now);
            case DispatchAction dispatch -> Facts.ofHands(CATEGORY, hands, in(50) ? hand : null, !in(10), world.now);
            case DecisionAction.Card card -> Facts.ofHands(CATEGORY, List.of(Optional.of(hand)), hand, !in(10), null);
            case HandlerAction.SelfHandle self ->
                Facts.ofHands(CATEGORY, List.of(Optional.of(Player.HANDS.get(random.nextInt(2)))), null, true, null);
            default -> Facts.NONE;
        };
    }

    private Issue part(Life whole, World world) {
        var sample = Sample.of(IssueStatus.ACCEPTED);
        sample.id = new IssueId(UUID.randomUUID());
        sample.type = whole.issue.type();
        sample.version = 2;
        sample.closedAt = null;
        sample.parent = whole.issue.id();
        return sample.issue();
    }

    Action action(Move move, CaseFile life, List<IssueId> others, Instant now, boolean isTimer) {
        var id = life.issue().id();
        var v = life.issue().version();
        var key = UUID.randomUUID();
        var hand = any(Player.HANDS);
        var lead = new HandInput(hand.memberId(), hand.departmentId());
        return switch (move) {
            case REPORT, ACCEPT ->
                new IntakeAction.Accept(
                        key,
                        id,
                        v,
                        null,
                        null,
                        null,
                        in(30) ? any(IssueLevel.values()) : null,
                        null,
                        null,
                        in(85) ? "两处不同" : null,
                        null);
            case REJECT ->
                new IntakeAction.Reject(key, id, v, any(RejectReason.values()), "这件事不由街道办理，由法院受理", "请拨打 12368", "街道");
            case ANSWER_DIRECTLY ->
                new IntakeAction.AnswerDirectly(
                        key,
                        id,
                        v,
                        REPLY,
                        Arrays.stream(EvidenceKind.values())
                                .filter(kind -> !in(10))
                                .map(Script::evidence)
                                .toList(),
                        null);
            case MERGE -> new IntakeAction.Merge(key, id, v, any(others), "同一件事");
            case UNMERGE -> new IntakeAction.Unmerge(key, id, v, "不是同一件事");
            case DISPATCH -> new DispatchAction.Dispatch(key, id, v, lead, null, null, null);
            case SELF_HANDLE -> new HandlerAction.SelfHandle(key, id, v, null, null);
            case SIGN -> new HandlerAction.Sign(key, id, v, null, null);
            case RETURN -> new HandlerAction.Return(key, id, v, any(ReturnReason.values()), "不归我们", "城管");
            case RULE_RETURN ->
                new DispatchAction.RuleReturn(key, id, v, any(Ruling.values()), "按职责", lead, null, null);
            case ADD_PROCESS -> new HandlerAction.AddProcess(key, id, v, "到场查看", null, null, null);
            case ADD_EVIDENCE -> new HandlerAction.AddEvidence(key, id, v, evidence(kind(life)), null);
            case WAIVE_EVIDENCE -> new DecisionAction.WaiveEvidence(key, id, v, any(EvidenceKind.values()), "现场已经封闭");
            case REQUEST_INFO -> new HandlerAction.RequestInfo(key, id, v, "哪一栋？");
            case GIVE_INFO -> new ReporterAction.GiveInfo(key, id, null, v, "三栋", null);
            case REQUEST_SUSPENSION ->
                new HandlerAction.RequestSuspension(
                        key,
                        id,
                        v,
                        PauseKind.FUNDING,
                        "等预算",
                        LocalDate.ofInstant(now, java.time.ZoneOffset.UTC).plusDays(1 + random.nextInt(95)));
            case DECIDE_SUSPENSION -> new DecisionAction.DecideSuspension(key, id, v, in(70), "同意与否");
            case RESUME -> new HandlerAction.Resume(key, id, v, null);
            case REQUEST_EXTENSION ->
                new HandlerAction.RequestExtension(
                        key,
                        id,
                        v,
                        Guards.workPoint(life)
                                .flatMap(life::due)
                                .orElse(now)
                                .plus(Duration.ofHours(random.nextInt(50) - 5L)),
                        "雨天");
            case DECIDE_EXTENSION -> new DecisionAction.DecideExtension(key, id, v, in(70), "同意与否");
            case ESCALATE -> new DispatchAction.Escalate(key, id, v, "超出能力", null);
            case WHISTLE ->
                new DispatchAction.Whistle(
                        key,
                        id,
                        v,
                        List.of(new DepartmentId(Player.OFFICE), new DepartmentId(Player.STATION)),
                        "联合整治",
                        null);
            case RESPOND_WHISTLE -> new HandlerAction.RespondWhistle(key, id, v, null);
            case SPLIT ->
                new DispatchAction.Split(
                        key,
                        id,
                        v,
                        IntStream.range(0, 2 + random.nextInt(2))
                                .mapToObj(Script::part)
                                .toList(),
                        "两家的事");
            case SUBMIT_RESULT ->
                new HandlerAction.SubmitResult(key, id, v, any(OUTCOMES), in(80) ? REPLY : null, null, null);
            case RECALL_RESULT -> new HandlerAction.RecallResult(key, id, v, "漏了一处");
            case VERIFY -> verify(key, id, v);
            case CLOSE -> new VerifyAction.Close(key, id, v, in(50) ? REPLY : null, null);
            case RATE -> new ReporterAction.Rate(key, id, null, v, rating());
            case RECORD_CALLBACK -> call(key, id, v);
            case EVALUATE -> new VerifyAction.Evaluate(key, id, v, null);
            case REOPEN -> new ReporterAction.Reopen(key, id, null, v, "又坏了");
            case WITHDRAW -> new ReporterAction.Withdraw(key, id, null, v, null);
            case OBJECT_REJECTION -> new ReporterAction.ObjectRejection(key, id, null, v, "就是街道的事");
            case URGE -> new ReporterAction.Urge(key, id, null, v, "快一点");
            case SUPERVISE ->
                isTimer
                        ? new DecisionAction.Card(key, id, v, in(30), any(DuePoint.values()))
                        : new DecisionAction.Supervise(key, id, v, "今天要有结果", null);
        };
    }

    private EvidenceKind kind(CaseFile life) {
        var missing = List.copyOf(life.missing());
        return missing.isEmpty() || in(10) ? any(EvidenceKind.values()) : any(missing);
    }

    private Action verify(UUID key, IssueId id, int version) {
        var kind = any(EvidenceKind.values());
        if (in(30)) {
            return new VerifyAction.Verify(
                    key, id, version, null, List.of(new VerifyAction.Failure(kind, "看不清")), null);
        }
        return new VerifyAction.Verify(
                key, id, version, in(80) ? List.of(EvidenceKind.values()) : List.of(kind), null, null);
    }

    private Action call(UUID key, IssueId id, int version) {
        var outcome = any(CallbackOutcome.values());
        var rating = outcome.isReached() && in(50) ? rating() : null;
        return new VerifyAction.RecordCallback(key, id, version, new CallbackInput(outcome, null), rating);
    }

    private RatingInput rating() {
        return new RatingInput(1 + random.nextInt(5), in(50), List.of(RatingReason.TOO_SLOW), "太慢了");
    }

    static EvidenceInput evidence(EvidenceKind kind) {
        var isPerson = kind == EvidenceKind.PERSON;
        var isAnalysis = kind == EvidenceKind.ANALYSIS;
        return new EvidenceInput(
                kind,
                "记录",
                null,
                null,
                null,
                isPerson ? "家属" : null,
                isPerson ? ContactMeans.FACE : null,
                null,
                isAnalysis ? CauseCode.AGEING : null,
                isAnalysis ? false : null,
                isAnalysis ? LONG : null);
    }

    private static DispatchAction.Part part(int number) {
        return new DispatchAction.Part("第 " + number + " 部分", "第 " + number + " 部分的电梯", null, null, null);
    }
}
