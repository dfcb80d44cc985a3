package org.wangge.issue.flow;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wangge.issue.CategoryId;
import org.wangge.issue.Confidentiality;
import org.wangge.issue.Guard;
import org.wangge.issue.IssueCategory;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.issue.Party;
import org.wangge.issue.Urgency;
import org.wangge.issue.clock.OfficialTime;
import org.wangge.issue.dispatch.Hand;
import org.wangge.issue.dispatch.HandInput;
import org.wangge.issue.evidence.EvidenceKind;
import org.wangge.personnel.DepartmentId;
import org.wangge.refusal.FlowRefusal;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;

/// Each guard of the table, on and off.
class GuardTests {
    private static final Guards GUARDS =
            new Guards(OfficialTime.working(), Clock.fixed(Sample.NOW, OfficialTime.SHANGHAI));
    private static final IssueId OTHER = new IssueId(new UUID(9, 2));

    @ParameterizedTest
    @MethodSource("org.wangge.issue.flow.GuardCase#all")
    void letsPassToItsEdgeAndNoFurther(GuardCase edge) {
        var sample = MatrixTests.letting(edge.move(), edge.by(), edge.status());
        assertThat(GUARDS.verdict(edge.move(), edge.by().actor(), sample.file(), Sample.NOW)
                        .refusal())
                .as("without it")
                .isNull();

        SampleChange.apply(edge.but(), sample);

        assertThat(String.valueOf(GUARDS.verdict(edge.move(), edge.by().actor(), sample.file(), Sample.NOW)
                        .refusal()))
                .isEqualTo(String.valueOf(edge.refusal()));
    }

    @Test
    void everyGuardIsTried() {
        var tried = GuardCase.all()
                .filter(edge -> edge.refusal() != null)
                .map(GuardCase::guard)
                .collect(toSet());
        tried.addAll(EnumSet.of(Guard.NOT_SUSPECTED, Guard.TARGET_FITS, Guard.ON_DUTY_LIST, Guard.REPLY_THERE));

        assertThat(tried).isEqualTo(EnumSet.allOf(Guard.class));
    }

    @Test
    void everyMoveIsGuardedByWhatTheTableNames() {
        assertThat(GuardCase.all())
                .allSatisfy(edge -> assertThat(SpecifiedMove.of(edge.move()))
                        .anyMatch(line -> line.from().contains(edge.status())
                                && line.guards().contains(edge.guard())));
    }

    @ParameterizedTest
    @EnumSource(
            value = Move.class,
            names = {"VERIFY", "CLOSE"})
    void whoeverHasAnOrderOfTheRoundIsAHandlerThoughTheyDidNothing(Move move) {
        var sample = Sample.of(IssueStatus.HANDLED);
        var lead = Somebody.LEAD.viewer();
        var both = new org.wangge.access.Viewer(
                lead.actor(),
                lead.accountId(),
                lead.sessionId(),
                lead.memberId(),
                null,
                Somebody.SUPERVISION.viewer().grants(),
                null);

        assertThat(GUARDS.verdict(move, Actor.inFront(both), sample.file(), Sample.NOW)
                        .refusal())
                .isEqualTo(new FlowRefusal.SelfVerification());
    }

    @Test
    void whatLooksLikeAnotherIsAcceptedOnlyWithAReason() {
        var like = Facts.ofAccept(null, null, List.of(OTHER.value()));

        assertRefused(
                () -> Intake.decide(accept(null), course(IssueStatus.REPORTED), like),
                new FlowRefusal.DuplicateSuspected(List.of(OTHER.value())));
        assertRefused(
                () -> Intake.decide(accept("  "), course(IssueStatus.REPORTED), like),
                new FlowRefusal.DuplicateSuspected(List.of(OTHER.value())));
        assertMoved(Intake.decide(accept("另一条路"), course(IssueStatus.REPORTED), like), IssueStatus.ACCEPTED);
        assertMoved(
                Intake.decide(accept(null), course(IssueStatus.REPORTED), Facts.ofAccept(null, null, List.of())),
                IssueStatus.ACCEPTED);
    }

    @Test
    void gridStaffAreGivenOnlyWhatIsOnTheDutyList() {
        var office = new Hand(null, new DepartmentId(new UUID(3, 77)), Sample.OF_HANDLERS, false, "城管");
        var member = Sample.hand(new UUID(3, 78));
        var refusal = new FlowRefusal.NotOnDutyList("FIRE");

        assertRefused(() -> dispatched(false, member), refusal);
        assertRefused(() -> dispatched(false, office, member), refusal);
        assertMoved(dispatched(true, member), IssueStatus.DISPATCHED);
        assertMoved(dispatched(false, office), IssueStatus.DISPATCHED);
    }

    @Test
    void nothingIsClosedWithoutAReply() {
        var close = new VerifyAction.Close(UUID.randomUUID(), Sample.ID, 7, null, null);
        Consumer<Sample> undrafted = sample -> sample.isDrafted = false;

        assertRefused(
                () -> Verification.decide(close, course(IssueStatus.HANDLED, undrafted)),
                new FlowRefusal.ReplyMissing());
        assertMoved(Verification.decide(close, course(IssueStatus.HANDLED)), IssueStatus.CLOSED);
    }

    @Test
    void whatIsAnsweredAtOnceIsProvedAtOnce() {
        assertRefused(() -> answered(EvidenceKind.PERSON), new FlowRefusal.MissingEvidence(List.of("RESULT")));
        assertRefused(() -> answered(), new FlowRefusal.MissingEvidence(List.of("PERSON", "RESULT")));
        assertMoved(answered(EvidenceKind.PERSON, EvidenceKind.RESULT), IssueStatus.CLOSED);
    }

    private static Course answered(EvidenceKind... kinds) {
        var evidence = Arrays.stream(kinds).map(Script::evidence).toList();
        var answer = new IntakeAction.AnswerDirectly(UUID.randomUUID(), Sample.ID, 7, Script.REPLY, evidence, null);
        return Intake.decide(answer, course(IssueStatus.REPORTED), Facts.NONE);
    }

    @Test
    void whatCannotGoOnInTheOtherIsNotMerged() {
        obstacle("ITSELF", sample -> {}, target -> target.id = Sample.ID);
        obstacle("MERGED", sample -> {}, target -> target.status = IssueStatus.MERGED);
        for (var closed :
                Set.of(IssueStatus.CLOSED, IssueStatus.EVALUATED, IssueStatus.REJECTED, IssueStatus.WITHDRAWN)) {
            obstacle("CLOSED", sample -> {}, target -> target.status = closed);
        }
        obstacle("A_PART", sample -> {}, target -> target.isPart = true);
        obstacle("A_PART", sample -> sample.isPart = true, target -> {});
        obstacle("A_PART", sample -> sample.parts = 2, target -> {});
        obstacle("ELSEWHERE", sample -> {}, target -> target.stream = 2);
        obstacle("MORE_PUBLIC", sample -> sample.confidentiality = Confidentiality.PRIVATE, target -> {});
        for (var open :
                List.of(IssueStatus.REPORTED, IssueStatus.RETURNED, IssueStatus.SUSPENDED, IssueStatus.HANDLED)) {
            assertMoved(merged(sample -> {}, target -> target.status = open), IssueStatus.MERGED);
        }
        assertMoved(
                merged(sample -> {}, target -> target.confidentiality = Confidentiality.PRIVATE), IssueStatus.MERGED);
    }

    private static void obstacle(String why, Consumer<Sample> issue, Consumer<Sample> target) {
        assertRefused(() -> merged(issue, target), new FlowRefusal.MergeNotPossible(why));
    }

    private static Course merged(Consumer<Sample> issue, Consumer<Sample> other) {
        var target = Sample.of(IssueStatus.IN_PROGRESS);
        target.id = OTHER;
        other.accept(target);
        var merge = new IntakeAction.Merge(UUID.randomUUID(), Sample.ID, 7, OTHER, "同一件事");
        return Intake.decide(merge, course(IssueStatus.ACCEPTED, issue), Facts.ofTarget(target.file()));
    }

    private static Course dispatched(boolean isAdmitted, Hand... hands) {
        var fire = new IssueCategory(new CategoryId(new UUID(8, 1)), "FIRE", null, "消防", "Fire", Urgency.NORMAL);
        var facts =
                Facts.ofHands(fire, List.of(hands).stream().map(Optional::of).toList(), null, isAdmitted, null);
        var dispatch = new DispatchAction.Dispatch(
                UUID.randomUUID(), Sample.ID, 7, new HandInput(null, null), null, null, null);
        return Dispatch.decide(dispatch, course(IssueStatus.ACCEPTED), facts);
    }

    private static IntakeAction.Accept accept(String because) {
        return new IntakeAction.Accept(
                UUID.randomUUID(), Sample.ID, 7, null, null, null, null, null, null, because, null);
    }

    private static Course course(IssueStatus status) {
        return course(status, sample -> {});
    }

    private static Course course(IssueStatus status, Consumer<Sample> but) {
        var sample = Sample.of(status);
        but.accept(sample);
        return new Course(sample.file(), Somebody.INTAKE.actor(), Party.INTAKE, Sample.NOW);
    }

    private static void assertRefused(java.util.concurrent.Callable<Course> decision, Refusal refusal) {
        assertThatThrownBy(decision::call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private static void assertMoved(Course course, IssueStatus to) {
        assertThat(course.issue().status()).isEqualTo(to);
        assertThat(course.entries()).last().extracting(Entry::to).isEqualTo(to);
    }
}
