package org.wangge.issue.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wangge.access.Role;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueOutcome;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Party;
import org.wangge.issue.RejectReason;
import org.wangge.issue.clock.DuePoint;
import org.wangge.issue.reply.RatingInput;
import org.wangge.issue.reply.RatingVia;
import org.wangge.issue.reply.ReplyInput;
import org.wangge.notice.NoticeKind;
import org.wangge.notice.Recipient;
import org.wangge.personnel.DepartmentId;
import org.wangge.refusal.Refused;

/// What follows from a move beside the step itself.
class DecisionTests {
    @ParameterizedTest
    @CsvSource({"REPORTER, REPORTER", "SUPERVISION, CALLBACK"})
    void whatACallerWritesDownIsNotTheRatingOfTheReporterThemselves(Party party, RatingVia via) {
        var rating = new RatingInput(5, true, null, null);
        var rate = new ReporterAction.Rate(UUID.randomUUID(), Sample.ID, null, 7, rating);

        assertThat(effects(Voice.decide(rate, course(Sample.of(IssueStatus.CLOSED), party))))
                .contains(new Effect.GiveRating(rating, via));
    }

    @Test
    void whoeverWaitsForTheLastPartHearsThatItWasNotAccepted() {
        var sample = Sample.of(IssueStatus.RETURNED);
        sample.isPart = true;
        sample.waitingLead = Somebody.LEAD.memberId();
        var reject = new IntakeAction.Reject(
                UUID.randomUUID(), Sample.ID, 7, RejectReason.OUT_OF_JURISDICTION, "不由街道办理", "请拨打 12368", "街道");

        var course = Intake.decide(reject, course(sample, Party.DUTY_COMMANDER), Facts.NONE);

        assertThat(course.notices())
                .filteredOn(notice -> notice.kind() == NoticeKind.CHILDREN_DONE)
                .extracting(notice -> notice.to())
                .containsExactly(new Recipient.Person("member:" + Somebody.LEAD.memberId()));
    }

    @Test
    void theFirstContactOfWhoeverHadItBeforeIsNotWaitedForAnyMore() {
        var sample = Sample.of(IssueStatus.IN_PROGRESS);
        sample.contactDue = Sample.NOW.plusSeconds(60);
        var hands = List.of(Optional.of(Sample.hand(new UUID(3, 78))));
        var escalate = new DispatchAction.Escalate(UUID.randomUUID(), Sample.ID, 7, "超出能力", null);
        var whistle = new DispatchAction.Whistle(
                UUID.randomUUID(), Sample.ID, 7, List.of(new DepartmentId(Player.OFFICE)), "联合整治", null);

        for (var action : List.of(escalate, whistle)) {
            var facts = Facts.ofHands(Script.CATEGORY, hands, null, true, Sample.NOW);
            assertThat(effects(Dispatch.decide(action, course(sample, Party.DUTY_COMMANDER), facts)))
                    .contains(new Effect.CancelClocks(Set.of(DuePoint.CONTACT)));
        }
    }

    @Test
    void whatHasNoNumberYetIsNotNamedWhereAnotherGoesOnInIt() {
        var target = Sample.of(IssueStatus.REPORTED);
        target.id = new IssueId(new UUID(9, 2));
        target.caseNo = null;
        var merge = new IntakeAction.Merge(UUID.randomUUID(), Sample.ID, 7, target.id, "同一件事");

        var course = Intake.decide(
                merge, course(Sample.of(IssueStatus.IN_PROGRESS), Party.INTAKE), Facts.ofTarget(target.file()));

        assertThat(course.reporterNotices())
                .containsExactly(new Course.ReporterNotice(NoticeKind.ISSUE_MERGED, List.of()));
        assertThat(course.notices())
                .isNotEmpty()
                .allMatch(notice -> !notice.words().contains(""));
    }

    @ParameterizedTest
    @EnumSource(
            value = IssueOutcome.class,
            names = {"WITHDRAWN", "DUPLICATE"})
    void anAnswerIsNoWithdrawalAndNoDuplicate(IssueOutcome outcome) {
        var reply = new ReplyInput("反映人", "电话告知办理地点", "可到便民服务中心办理", null, "街道", null, null);
        var answer = new IntakeAction.AnswerDirectly(UUID.randomUUID(), Sample.ID, 7, reply, List.of(), outcome);

        assertThatThrownBy(() -> answer.problems(Sample.NOW).refuseIfAny()).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"VERIFY, SUPERVISION", "CALLBACK, SUPERVISION", "DISPATCH, DISPATCH", "ACCEPT, INTAKE"})
    void theCardIsForThoseWhoAreLate(DuePoint point, Role late) {
        for (var isRed : List.of(true, false)) {
            var card = new DecisionAction.Card(UUID.randomUUID(), Sample.ID, 7, isRed, point);
            var kind = isRed ? NoticeKind.RED_CARD : NoticeKind.YELLOW_CARD;

            var course = Deciding.decide(card, course(Sample.of(IssueStatus.HANDLED), Party.TIMER), Facts.NONE);

            assertThat(course.notices())
                    .filteredOn(notice -> notice.kind() == kind)
                    .extracting(notice -> notice.to())
                    .contains(new Recipient.Post(late, Sample.PLACE))
                    .noneMatch(Recipient.Person.class::isInstance);
        }
    }

    @Test
    void whoHasItInHandIsShownTheCardForHandling() {
        var card = new DecisionAction.Card(UUID.randomUUID(), Sample.ID, 7, true, DuePoint.HANDLE);

        var course = Deciding.decide(card, course(Sample.of(IssueStatus.IN_PROGRESS), Party.TIMER), Facts.NONE);

        assertThat(course.notices())
                .extracting(notice -> notice.to())
                .contains(new Recipient.Person("member:" + Somebody.LEAD.memberId()));
    }

    private static List<Effect> effects(Course course) {
        return course.steps().stream().map(Course.Step::effect).toList();
    }

    private static Course course(Sample sample, Party party) {
        return new Course(sample.file(), Somebody.SUPERVISION.actor(), party, Sample.NOW);
    }
}
