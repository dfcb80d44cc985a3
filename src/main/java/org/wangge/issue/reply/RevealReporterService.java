package org.wangge.issue.reply;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.wangge.access.Grant;
import org.wangge.access.Role;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.Outcome;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueSight;
import org.wangge.issue.Issues;
import org.wangge.issue.Ties;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.resident.IssueLooks;
import reactor.core.publisher.Mono;

/// Notes that somebody looks at how a reporter is reached; without the note there is no look. It counts
/// among the looks that they have for the hour and the day.
@Service
class RevealReporterService {
    private final Commands commands;
    private final Issues issues;
    private final Ties ties;
    private final IssueLooks looks;
    private final Clock clock;

    RevealReporterService(Commands commands, Issues issues, Ties ties, IssueLooks looks, Clock clock) {
        this.commands = commands;
        this.issues = issues;
        this.ties = ties;
        this.looks = looks;
        this.clock = clock;
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, also when the viewer needs not know; QUOTA_USED_UP
    Mono<Outcome> note(RevealReporterInput input, Viewer viewer) {
        viewer.signedIn();
        input.check();
        var now = clock.instant();
        var work = reachable(input, viewer)
                .flatMap(issue -> looks.note(look(issue, input, viewer), viewer, now))
                .map(written -> Done.quietly(written, 1));
        return commands.once(new Command(viewer.actor(), input.key(), "revealReporter", input), now, work);
    }

    /// The issue, for those to whom its reporter is shown now.
    Mono<Issue> reachable(RevealReporterInput input, Viewer viewer) {
        return issues.all(List.of(input.issueId().value()), IssueSight.of(viewer))
                .next()
                .filterWhen(issue -> ties.of(List.of(issue), viewer)
                        .map(found -> ReporterController.isShown(
                                issue, java.util.Objects.requireNonNull(found.get(issue)), viewer)))
                .switchIfEmpty(Mono.error(() -> Problems.single("issueId", ProblemCode.UNKNOWN)));
    }

    private static IssueLooks.IssueLook look(Issue issue, RevealReporterInput input, Viewer viewer) {
        var resident =
                issue.onBehalfOfId() == null ? null : issue.onBehalfOfId().value();
        return new IssueLooks.IssueLook(
                role(issue, viewer), issue.gridKey(), resident, issue.id().toString(), input.note());
    }

    private static Role role(Issue issue, Viewer viewer) {
        return viewer.grants().stream()
                .filter(grant -> grant.within().holds(issue.gridKey()))
                .map(Grant::role)
                .findFirst()
                .orElse(Role.DEPARTMENT_HANDLER);
    }
}
