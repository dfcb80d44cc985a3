package org.wangge.issue.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.issue.Guard;
import org.wangge.issue.IssueLevel;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.IssueType;
import org.wangge.issue.Line;
import org.wangge.issue.Move;
import org.wangge.issue.Party;
import org.wangge.issue.Urgency;
import org.wangge.issue.clock.DuePoint;
import org.wangge.issue.clock.WorkingTime;
import org.wangge.refusal.FlowRefusal;
import org.wangge.refusal.Refusal;

/// Asks the guards of a move, as far as the case file alone answers them; what depends on the input
/// (`NOT_SUSPECTED`, `TARGET_FITS`, `ON_DUTY_LIST`, `REPLY_THERE`) is asked where the move is decided.
@Component
class Guards {
    static final int RETURNS = 2;
    static final int QUESTIONS = 2;
    static final int EXTENSIONS = 2;
    static final int CALLS = 3;
    static final int REOPENINGS = 2;
    static final Duration UNMERGE = Duration.ofHours(24);
    static final Duration URGE = Duration.ofHours(24);
    static final Duration REPORTER_WINDOW = Duration.ofDays(15);
    static final Duration STAFF_WINDOW = Duration.ofDays(90);
    private static final Set<IssueType> ANSWERED =
            Set.of(IssueType.CONSULTATION, IssueType.SUGGESTION, IssueType.PRAISE);

    private final WorkingTime working;
    private final Clock clock;

    Guards(WorkingTime working, Clock clock) {
        this.working = working;
        this.clock = clock;
    }

    /// As whom somebody makes the move, or why they may not, whatever they would say.
    record Verdict(Party party, @Nullable Refusal refusal) {}

    /// Of all parties that somebody is, the first that may make the move now.
    Verdict verdict(Move move, Actor actor, CaseFile file, Instant now) {
        var status = file.issue().status();
        if (!move.leavesFrom(status)) {
            return new Verdict(
                    Party.ANYONE, new FlowRefusal.MoveNotAllowed(move.name(), status.name(), names(Move.from(status))));
        }
        var verdicts = move.lines().stream()
                .filter(line -> line.from().contains(status))
                .flatMap(line -> line.who().stream()
                        .filter(party -> actor.is(party, file))
                        .map(party -> verdict(line, new Question(move, actor, party, file, now))))
                .toList();
        return verdicts.stream()
                .filter(verdict -> verdict.refusal() == null)
                .findFirst()
                .or(() -> verdicts.stream().findFirst())
                .orElseGet(() ->
                        new Verdict(Party.ANYONE, new FlowRefusal.NotYourMove(move.name(), names(move.who(status)))));
    }

    private Verdict verdict(Line line, Question asked) {
        var refusal = line.guards().stream()
                .map(guard -> refusal(guard, asked))
                .flatMap(Optional::stream)
                .findFirst();
        return new Verdict(asked.party(), refusal.orElse(null));
    }

    private record Question(Move move, Actor actor, Party party, CaseFile file, Instant now) {}

    private Optional<Refusal> refusal(Guard guard, Question asked) {
        var file = asked.file();
        var known = file.circumstances();
        return Optional.ofNullable(
                switch (guard) {
                    case NOT_SUSPECTED, TARGET_FITS, ON_DUTY_LIST, REPLY_THERE -> null;
                    case OTHER_THAN_REJECTED ->
                        unless(
                                !known.isObjected()
                                        || !asked.actor().viewer().actor().equals(known.rejectedBy()),
                                new FlowRefusal.SelfVerification());
                    case ANSWERABLE -> unless(ANSWERED.contains(file.issue().type()), notThisType(file));
                    case WITHIN_A_DAY -> within(known.mergedAt(), UNMERGE, asked.now());
                    case LEVEL_OF_LEADER ->
                        unless(asked.party() != Party.COMMUNITY_LEADER || isCommunity(file), notThisLevel(file));
                    case LAST_BY_COMMANDER ->
                        unless(!isLastReturn(file) || asked.party() == Party.DUTY_COMMANDER, commander(asked.move()));
                    case SMALL_AND_CALM -> unless(isSmall(file) && isCalm(file), notThisLevel(file));
                    case RETURNS_LEFT -> left(file.returns(), RETURNS);
                    case WITHIN_RETURN_TIME -> inTime(returnTime(file), asked.now());
                    case QUESTIONS_LEFT -> left(known.questions(), QUESTIONS);
                    case REPORTER_IS_ASKED -> pending(known.pauseKind() == PauseKind.WAIT_REPORTER);
                    case PUT_OFF_BY_DECISION -> pending(known.pauseKind() != PauseKind.WAIT_REPORTER);
                    case NO_SUSPENSION_ASKED -> notPending(known.pauseAsked());
                    case SUSPENSION_ASKED -> pending(known.pauseAsked() != null);
                    case NO_EXTENSION_ASKED -> notPending(known.extensionAsked());
                    case EXTENSION_ASKED -> pending(known.extensionAsked() != null);
                    case EXTENSIONS_LEFT -> left(known.extensionsGranted(), EXTENSIONS);
                    case SECOND_BY_LEADER -> unless(isDeciding(asked.party(), known), leader(asked.move(), known));
                    case BEFORE_DUE -> inTime(workDue(file), asked.now());
                    case BELOW_DISTRICT -> unless(file.issue().level() != IssueLevel.DISTRICT, notThisLevel(file));
                    case IS_CALLED -> pending(known.called());
                    case SPLIT_ONCE -> unless(file.issue().parentId() == null, new FlowRefusal.IsAPart());
                    case PARTS_ARE_FINAL ->
                        unless(known.openParts() == 0, new FlowRefusal.PartsOpen(known.openParts()));
                    case EVIDENCE_THERE ->
                        unless(file.missing().isEmpty(), new FlowRefusal.MissingEvidence(names(file.missing())));
                    case EVIDENCE_ACCEPTED ->
                        unless(
                                file.notAccepted().isEmpty(),
                                new FlowRefusal.EvidenceNotAccepted(names(file.notAccepted())));
                    case NOT_YET_VERIFIED -> unless(!known.isVerifying(), new FlowRefusal.BeingVerified());
                    case NOT_OWN_WORK -> unless(!asked.actor().handled(file), new FlowRefusal.SelfVerification());
                    case NOT_YET_RATED -> left(known.isRated() ? 1 : 0, 1);
                    case CALLS_LEFT -> calls(known, asked.now());
                    case WITHIN_REOPENING -> within(file.issue().closedAt(), window(asked.party()), asked.now());
                    case REOPENINGS_LEFT ->
                        asked.party() == Party.REPORTER ? left(known.reopenings(), REOPENINGS) : null;
                    case NOT_DANGEROUS -> unless(!isDangerous(file), notThisType(file));
                    case NOBODY_ELSE -> unless(known.joined() == 0, new FlowRefusal.OthersReported());
                    case WHOLE_IS_OPEN -> unless(!known.isWholeEnded(), new FlowRefusal.IsAPart());
                    case WITHIN_OBJECTION -> within(known.rejectedAt(), REPORTER_WINDOW, asked.now());
                    case NOT_YET_OBJECTED -> left(known.isObjected() ? 1 : 0, 1);
                    case NOT_URGED_TODAY ->
                        left(
                                known.urgedAt() != null
                                                && known.urgedAt().plus(URGE).isAfter(asked.now())
                                        ? 1
                                        : 0,
                                1);
                });
    }

    /// The clock that handling runs against: that of the second handling, when there is one.
    static Optional<DuePoint> workPoint(CaseFile file) {
        return file.clock(DuePoint.REWORK)
                .map(clock -> DuePoint.REWORK)
                .or(() -> file.clock(DuePoint.HANDLE).map(clock -> DuePoint.HANDLE));
    }

    private static @Nullable Instant workDue(CaseFile file) {
        return workPoint(file).flatMap(file::due).orElse(null);
    }

    /// Until the end of the time to sign, or a working day after.
    private @Nullable Instant returnTime(CaseFile file) {
        return file.due(DuePoint.SIGN)
                .map(due -> working.plus(due, WorkingTime.DAY))
                .orElse(null);
    }

    private static boolean isLastReturn(CaseFile file) {
        return file.issue().status() == IssueStatus.RETURNED && file.returns() >= RETURNS;
    }

    private static boolean isSmall(CaseFile file) {
        return file.issue().level() == IssueLevel.GRID;
    }

    private static boolean isCommunity(CaseFile file) {
        return file.issue().level().compareTo(IssueLevel.COMMUNITY) <= 0;
    }

    private static boolean isCalm(CaseFile file) {
        return file.issue().urgency() == Urgency.NORMAL || file.issue().urgency() == Urgency.COMPLEX;
    }

    private static boolean isDangerous(CaseFile file) {
        return file.issue().type() == IssueType.HAZARD || file.issue().urgency() == Urgency.EMERGENCY;
    }

    private static boolean isDeciding(Party party, Circumstances known) {
        return (party == Party.SUBDISTRICT_LEADER) == (known.extensionsGranted() > 0);
    }

    private static Duration window(Party party) {
        return party == Party.REPORTER ? REPORTER_WINDOW : STAFF_WINDOW;
    }

    private @Nullable Refusal calls(Circumstances known, Instant now) {
        return known.calledBackAt() != null && day(known.calledBackAt()).equals(day(now))
                ? new FlowRefusal.LimitReached(1)
                : left(known.callbacks(), CALLS);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    private static @Nullable Refusal unless(boolean lets, Refusal refusal) {
        return lets ? null : refusal;
    }

    private static @Nullable Refusal left(long used, int limit) {
        return unless(used < limit, new FlowRefusal.LimitReached(limit));
    }

    private static @Nullable Refusal pending(boolean is) {
        return unless(is, new FlowRefusal.NothingPending());
    }

    private static @Nullable Refusal notPending(@Nullable Integer asked) {
        return unless(asked == null, new FlowRefusal.RequestPending());
    }

    private static @Nullable Refusal within(@Nullable Instant since, Duration window, Instant now) {
        return since == null ? new FlowRefusal.TimeIsOver(null) : inTime(since.plus(window), now);
    }

    private static @Nullable Refusal inTime(@Nullable Instant until, Instant now) {
        return unless(until == null || !now.isAfter(until), new FlowRefusal.TimeIsOver(until));
    }

    private static Refusal notThisLevel(CaseFile file) {
        return new FlowRefusal.NotAtThisLevel(
                file.issue().level().name(), file.issue().urgency().name());
    }

    private static Refusal notThisType(CaseFile file) {
        return new FlowRefusal.NotForThisType(
                file.issue().type().name(), file.issue().urgency().name());
    }

    private static Refusal commander(Move move) {
        return new FlowRefusal.NotYourMove(move.name(), List.of(Party.DUTY_COMMANDER.name()));
    }

    private static Refusal leader(Move move, Circumstances known) {
        var who = known.extensionsGranted() > 0 ? Party.SUBDISTRICT_LEADER : Party.DUTY_COMMANDER;
        return new FlowRefusal.NotYourMove(move.name(), List.of(who.name()));
    }

    private static List<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }
}
