package org.wangge.issue.flow;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.wangge.access.Viewer;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Decides on an action: who may, whether now, and what comes of it.
@Component
class Desk {
    private final Guards guards;
    private final Clerk clerk;
    private final Clock clock;

    Desk(Guards guards, Clerk clerk, Clock clock) {
        this.guards = guards;
        this.clerk = clerk;
        this.clock = clock;
    }

    Mono<Course> decide(Action action, CaseFile file, Viewer viewer, Instant now) {
        var actor = new Actor(viewer, action.trackingCode() != null);
        var verdict = guards.verdict(action.move(), actor, file, now);
        if (verdict.refusal() != null) {
            return Mono.error(new Refused(verdict.refusal()));
        }
        return clerk.facts(action, file, viewer, now)
                .map(facts -> course(action, new Course(file, actor, verdict.party(), now), facts));
    }

    private Course course(Action action, Course course, Facts facts) {
        return switch (action) {
            case IntakeAction intake -> Intake.decide(intake, course, facts);
            case DispatchAction dispatch -> Dispatch.decide(dispatch, course, facts);
            case HandlerAction handling -> Handling.decide(handling, course, facts, clock.getZone());
            case DecisionAction decision -> Deciding.decide(decision, course, facts);
            case VerifyAction verification -> Verification.decide(verification, course);
            case ReporterAction reporting -> Voice.decide(reporting, course);
        };
    }
}
