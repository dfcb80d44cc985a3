package org.wangge.issue.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wangge.access.Role;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.issue.IssueId;
import org.wangge.issue.clock.DeadlineWatch;
import org.wangge.issue.clock.DuePoint;
import org.wangge.issue.clock.IssueClock;
import org.wangge.issue.clock.Threshold;
import org.wangge.notice.NewNotice;
import org.wangge.notice.NoticeKind;
import org.wangge.notice.Notices;
import org.wangge.notice.Recipient;
import reactor.core.publisher.Mono;

/// What follows when time runs out: at 80 % those who have it are told, at 100 % supervision; a working
/// day later there is a yellow card and it goes a level up, after five a red one for the leader of the
/// subdistrict.
@Component
class Overdue implements DeadlineWatch {
    private final FlowService service;
    private final Cases cases;
    private final Notices notices;

    Overdue(FlowService service, Cases cases, Notices notices) {
        this.service = service;
        this.cases = cases;
        this.notices = notices;
    }

    @Override
    public Mono<List<NewEvent>> passed(IssueClock clock, Threshold threshold, Instant now) {
        return switch (threshold) {
            case HALF -> Mono.just(List.of());
            case MOST -> tell(clock, NoticeKind.DUE_SOON, threshold, now);
            case DUE -> tell(clock, NoticeKind.BREACHED, threshold, now);
            case PLUS_1 -> card(clock, false, now);
            case PLUS_5 -> card(clock, true, now);
        };
    }

    private Mono<List<NewEvent>> tell(IssueClock clock, NoticeKind kind, Threshold threshold, Instant now) {
        return cases.open(clock.issueId(), null, Actor.TIMER)
                .flatMap(file -> notices.tell(
                        all(file, clock.point(), kind), file.issue().gridKey(), dedupe(clock, threshold), now))
                .defaultIfEmpty(List.of());
    }

    private static List<NewNotice> all(CaseFile file, DuePoint point, NoticeKind kind) {
        var issue = file.issue();
        var words = List.of(issue.caseNo() == null ? issue.title() : issue.caseNo(), point.name());
        var all = new ArrayList<NewNotice>();
        all.add(new NewNotice(whoseTurn(file, point), kind, issue.uuid(), words));
        if (kind == NoticeKind.BREACHED) {
            all.add(new NewNotice(new Recipient.Post(Role.SUPERVISION, issue.gridKey()), kind, issue.uuid(), words));
        }
        return all;
    }

    private static Recipient whoseTurn(CaseFile file, DuePoint point) {
        var key = file.issue().gridKey();
        return switch (point) {
            case ACCEPT -> new Recipient.Post(Role.INTAKE, key);
            case DISPATCH -> new Recipient.Post(Role.DISPATCH, key);
            case VERIFY, CALLBACK -> new Recipient.Post(Role.SUPERVISION, key);
            case SIGN, CONTACT, HANDLE, REWORK ->
                file.lead().map(Overdue::holder).orElse(new Recipient.Post(Role.DISPATCH, key));
        };
    }

    private static Recipient holder(WorkOrder order) {
        var member =
                order.signedBy() == null ? order.memberUuid() : order.signedBy().value();
        UUID department = order.departmentUuid();
        return member != null || department == null
                ? new Recipient.Person("member:" + member)
                : new Recipient.Office(department);
    }

    private static String dedupe(IssueClock clock, Threshold threshold) {
        return clock.id() + "|" + threshold + "|" + clock.dueAt();
    }

    /// Where nobody handles it any more, there is nobody to show a card to.
    private Mono<List<NewEvent>> card(IssueClock clock, boolean isRed, Instant now) {
        return service.timed(clock.issueId(), file -> card(clock.issueId(), file, clock.point(), isRed), now)
                .map(Done::events)
                .defaultIfEmpty(List.of());
    }

    private static Action card(IssueId id, CaseFile file, DuePoint point, boolean isRed) {
        return new DecisionAction.Card(UUID.randomUUID(), id, file.issue().version(), isRed, point);
    }
}
