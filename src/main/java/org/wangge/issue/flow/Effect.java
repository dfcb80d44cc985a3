package org.wangge.issue.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.file.AttachmentId;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueLevel;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.clock.DuePoint;
import org.wangge.issue.evidence.EvidenceInput;
import org.wangge.issue.evidence.EvidenceKind;
import org.wangge.issue.reply.CallbackInput;
import org.wangge.issue.reply.RatingInput;
import org.wangge.issue.reply.RatingVia;
import org.wangge.issue.reply.ReplyInput;
import org.wangge.issue.reply.ReplyKind;

/// Something that a move writes beside the issue and its timeline.
sealed interface Effect {
    /// To the clocks of the round.
    sealed interface OfClock extends Effect {}

    /// To what proves, answers and rates.
    sealed interface OfProof extends Effect {}

    // Clocks; no points means all of the round.

    record StartClock(DuePoint point) implements OfClock {}

    record MeetClocks(Set<DuePoint> points) implements OfClock {}

    record CancelClocks(Set<DuePoint> points) implements OfClock {}

    record PauseClocks(Set<DuePoint> points) implements OfClock {}

    record ResumeClocks(Set<DuePoint> points) implements OfClock {}

    record Postpone(DuePoint point, Instant dueAt) implements OfClock {}

    /// Of any issue and its round.
    record BringForward(IssueId id, int round, DuePoint point, Instant dueAt) implements OfClock {}

    // Orders

    record NewOrder(WorkOrder order) implements Effect {}

    record OrderChanged(WorkOrder order) implements Effect {}

    // Evidence, replies, ratings

    record AddEvidence(EvidenceInput evidence, @Nullable Instant signedAt, String path) implements OfProof {}

    record Attach(List<AttachmentId> attachments) implements OfProof {}

    record Judge(Set<EvidenceKind> accepted, Map<EvidenceKind, String> failed) implements OfProof {}

    record Waive(EvidenceKind kind, String reason) implements OfProof {}

    record Draft(ReplyInput reply) implements OfProof {}

    /// Null is what was drafted.
    record SendReply(ReplyKind kind, @Nullable ReplyInput reply) implements OfProof {}

    record GiveRating(RatingInput rating, RatingVia via) implements OfProof {}

    record CallBack(CallbackInput callback) implements OfProof {}

    // What is asked and decided on the way

    record AskPause(int no, PauseKind kind, String reason, LocalDate reviewOn, boolean isAgreed) implements Effect {}

    record DecidePause(int no, boolean isAgreed) implements Effect {}

    record EndPause(int no) implements Effect {}

    record AskExtension(int no, Instant until, String reason) implements Effect {}

    record DecideExtension(int no, boolean isGranted, String note) implements Effect {}

    record Note(
            int no,
            SupervisionKind kind,
            String text,
            @Nullable Instant dueAt) implements Effect {}

    record Raise(
            int no,
            EscalationKind kind,
            IssueLevel from,
            IssueLevel to,
            String cause,
            @Nullable Instant reportBy,
            List<UUID> departments)
            implements Effect {
        public Raise {
            departments = List.copyOf(departments);
        }
    }

    /// The department of whoever acts reports in to the last whistle.
    record ReportIn(UUID department, @Nullable String note) implements Effect {}

    record MergeInto(
            int no,
            IssueId into,
            String reason,
            IssueStatus before,
            @Nullable UUID lead) implements Effect {}

    record TakeOut() implements Effect {}

    /// A part of the issue, as it is made; filed at once.
    record NewPart(Issue part, int number) implements Effect {}

    enum SupervisionKind {
        URGE,
        SUPERVISE,
        YELLOW,
        RED
    }

    enum EscalationKind {
        ESCALATE,
        WHISTLE
    }
}
