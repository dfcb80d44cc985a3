package org.wangge.issue.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.file.Attachment;
import org.wangge.file.Attachments;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueId;
import reactor.core.publisher.Mono;

/// What proves that an issue was handled. Everything that writes runs in the transaction of the
/// command it belongs to, and tells nothing: the command does.
@Component
public class Evidences {
    private static final String NOBODY = "anonymous";

    private final EvidenceRows rows;
    private final Judgements judgements;
    private final Waivers waivers;
    private final Attachments attachments;

    Evidences(EvidenceRows rows, Judgements judgements, Waivers waivers, Attachments attachments) {
        this.rows = rows;
        this.judgements = judgements;
        this.waivers = waivers;
        this.attachments = attachments;
    }

    /// Takes a piece of evidence for the issue's present round, and makes its files the issue's.
    ///
    /// @param signedAt when the handler signed in this round, null before
    /// @param path of the input within the command's (`evidence[0]`), empty when it is the command's own
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED with what the kind needs and does not have
    public Mono<Evidence> add(
            EvidenceInput input, Issue issue, @Nullable Instant signedAt, String actor, Instant now, String path) {
        return Mono.defer(() -> {
            EvidenceRules.checkFiles(input, path);
            var field = path.isEmpty() ? "attachmentIds" : path + ".attachmentIds";
            return attachments
                    .claim(input.files(), actor, issue.id().value(), now, field)
                    .flatMap(files -> known(issue, signedAt, files, now))
                    .map(known -> new Checked(EvidenceRules.checked(input, known, actor, path), known.files()))
                    .flatMap(checked ->
                            rows.insert(checked.evidence(), checked.files()).thenReturn(checked.evidence()));
        });
    }

    private record Checked(Evidence evidence, List<Attachment> files) {}

    /// All of one round, in the order given.
    public Mono<List<Evidence>> of(IssueId id, int round) {
        return rows.all(List.of(IssueRound.of(id, round))).collectList();
    }

    /// How the issue stands in its present round.
    public Mono<FiveSees> fiveSees(Issue issue) {
        return of(issue.id(), issue.round())
                .zipWhen(
                        evidence -> waived(issue.id(), issue.round()),
                        (evidence, waived) -> FiveSees.of(issue.type(), evidence, waived));
    }

    /// Notes a verifier's judgement on all that stands of these kinds; what failed must be given anew.
    ///
    /// @param failed each with what is wrong with it
    public Mono<Void> judge(
            IssueId id,
            int round,
            Set<EvidenceKind> accepted,
            Map<EvidenceKind, String> failed,
            String actor,
            Instant now) {
        return judgements.accept(id, round, accepted, actor, now).then(judgements.fail(id, round, failed, actor, now));
    }

    /// Does without one kind in this round.
    ///
    /// @throws org.wangge.refusal.Refused INPUT_REJECTED, DUPLICATE at `kind` when it is waived already
    public Mono<Void> waive(IssueId id, int round, EvidenceKind kind, String reason, String actor, Instant now) {
        return waivers.insert(new Waiver(id, round, kind, reason.strip(), now), actor);
    }

    public Mono<Set<EvidenceKind>> waived(IssueId id, int round) {
        return waivers.kinds(id, round);
    }

    private Mono<Known> known(Issue issue, @Nullable Instant signedAt, List<Attachment> files, Instant now) {
        var ids = files.stream().map(file -> file.id().value()).toList();
        return rows.reporter(issue.id())
                .map(NOBODY::equals)
                .defaultIfEmpty(false)
                .zipWhen(nobody -> of(issue.id(), issue.round()))
                .zipWhen(
                        found -> rows.filesOfScenes(issue.id(), issue.round(), ids)
                                .collectList(),
                        (found, scenes) ->
                                new Known(issue, found.getT1(), signedAt, found.getT2(), files, scenes, now));
    }
}
