package org.wangge.issue.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wangge.file.Attachments;
import org.wangge.issue.Issue;
import org.wangge.issue.evidence.Evidences;
import org.wangge.issue.reply.Callbacks;
import org.wangge.issue.reply.Ratings;
import org.wangge.issue.reply.Replies;
import org.wangge.issue.reply.ReplyInput;
import org.wangge.issue.reply.ReplyKind;
import org.wangge.refusal.FlowRefusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Writes evidence, replies and what their readers say of them.
@Component
class Proofs {
    private final Evidences evidences;
    private final Attachments attachments;
    private final Replies replies;
    private final Ratings ratings;
    private final Callbacks callbacks;

    Proofs(Evidences evidences, Attachments attachments, Replies replies, Ratings ratings, Callbacks callbacks) {
        this.evidences = evidences;
        this.attachments = attachments;
        this.replies = replies;
        this.ratings = ratings;
        this.callbacks = callbacks;
    }

    Mono<Void> carryOut(Effect.OfProof effect, Issue issue, String by, Instant now) {
        var id = issue.id();
        var round = issue.round();
        return switch (effect) {
            case Effect.AddEvidence(var evidence, var signedAt, var path) ->
                evidences.add(evidence, issue, signedAt, by, now, path).then();
            case Effect.Attach(var files) ->
                attachments.claim(files, by, issue.uuid(), now, "attachmentIds").then();
            case Effect.Judge(var accepted, var failed) -> evidences.judge(id, round, accepted, failed, by, now);
            case Effect.Waive(var kind, var reason) -> evidences.waive(id, round, kind, reason, by, now);
            case Effect.Draft(var reply) -> replies.draft(issue, reply, by, now);
            case Effect.SendReply(var kind, var reply) -> send(issue, kind, reply, by, now);
            case Effect.GiveRating(var rating, var via) ->
                Mono.fromRunnable(() -> ratings.check(rating, "rating"))
                        .then(Mono.defer(() -> ratings.add(issue, rating, via, by, now)))
                        .then();
            case Effect.CallBack(var callback) ->
                Mono.fromRunnable(() -> callbacks.check(callback, "callback"))
                        .then(Mono.defer(() -> callbacks.add(issue, callback, by, now)))
                        .then();
        };
    }

    /// What was drafted with the result is checked when it is sent.
    private Mono<Void> send(Issue issue, ReplyKind kind, @Nullable ReplyInput reply, String by, Instant now) {
        return (reply == null ? replies.draftOf(issue.id(), issue.round()) : Mono.just(reply))
                .switchIfEmpty(Mono.error(() -> new Refused(new FlowRefusal.ReplyMissing())))
                .flatMap(words -> replies.check(kind, words, "reply")
                        .then(Mono.defer(() -> replies.send(issue, kind, words, by, now))))
                .then();
    }
}
