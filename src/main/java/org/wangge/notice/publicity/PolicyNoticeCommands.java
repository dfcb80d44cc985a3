package org.wangge.notice.publicity;

import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.feed.Outcome;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// What people do with notices, in the graph.
@Controller
class PolicyNoticeCommands {
    private final PublicityService publicity;
    private final ReceiptService receipts;
    private final PolicyNotices notices;

    PolicyNoticeCommands(PublicityService publicity, ReceiptService receipts, PolicyNotices notices) {
        this.publicity = publicity;
        this.receipts = receipts;
        this.notices = notices;
    }

    @MutationMapping
    Mono<PolicyNoticePayload> draftPolicyNotice(@Argument DraftPolicyNoticeInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> publicity.draft(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<PolicyNoticePayload> changePolicyNotice(@Argument ChangePolicyNoticeInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> publicity.change(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<PolicyNoticePayload> publishPolicyNotice(
            @Argument PublishPolicyNoticeInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> publicity.publish(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<PolicyNoticePayload> withdrawPolicyNotice(
            @Argument WithdrawPolicyNoticeInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> publicity.withdraw(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<PolicyNoticePayload> readPolicyNotice(@Argument ReadPolicyNoticeInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> receipts.read(input, viewer)), viewer);
    }

    @MutationMapping
    Mono<PolicyNoticePayload> tellPolicyNotice(@Argument TellPolicyNoticeInput input, @ContextValue Viewer viewer) {
        return payload(Mono.defer(() -> receipts.tell(input, viewer)), viewer);
    }

    private Mono<PolicyNoticePayload> payload(Mono<Outcome> outcome, Viewer viewer) {
        return outcome.flatMap(done -> notices.find(new PolicyNoticeId(done.subject()), PublicitySight.of(viewer))
                        .map(notice -> new PolicyNoticePayload(notice, null, done.replayed(), done.cursor()))
                        .defaultIfEmpty(new PolicyNoticePayload(null, null, done.replayed(), done.cursor())))
                .onErrorResume(Refused.class, refused -> Mono.just(PolicyNoticePayload.refused(refused.refusal())));
    }
}
