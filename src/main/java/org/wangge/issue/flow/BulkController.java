package org.wangge.issue.flow;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import org.wangge.access.Viewer;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueId;
import org.wangge.issue.dispatch.HandInput;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.Problem;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Refusal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What people do to many issues at once: each for itself, with an outcome for each. One key is made of
/// the key of the whole for each, so that the whole can be sent again.
@Controller
class BulkController {
    private static final int MOST = 200;
    private static final int AT_ONCE = 4;

    private final FlowDesk desk;

    BulkController(FlowDesk desk) {
        this.desk = desk;
    }

    /// An issue as somebody read it.
    record BulkTarget(IssueId issueId, int expectedVersion) {}

    record AcceptIssuesInput(
            UUID key, List<BulkTarget> issues, @Nullable String note) {}

    record DispatchIssuesInput(
            UUID key,
            List<BulkTarget> issues,
            HandInput lead,
            @Nullable String instruction,
            @Nullable String overrideReason) {}

    record UrgeIssuesInput(
            UUID key, List<BulkTarget> issues, @Nullable String text) {}

    /// What became of one.
    record BulkOutcome(
            IssueId issueId,
            @Nullable Issue issue,
            @Nullable Refusal refusal,
            boolean replayed,
            @Nullable String cursor) {}

    record BulkPayload(List<BulkOutcome> outcomes, int doneCount) {}

    @MutationMapping
    Mono<BulkPayload> acceptIssues(
            @Argument AcceptIssuesInput input, @ContextValue Viewer viewer, @ContextValue String address) {
        return each(
                input.key(),
                input.issues(),
                viewer,
                address,
                (key, target) -> new IntakeAction.Accept(
                        key,
                        target.issueId(),
                        target.expectedVersion(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        input.note()));
    }

    @MutationMapping
    Mono<BulkPayload> dispatchIssues(
            @Argument DispatchIssuesInput input, @ContextValue Viewer viewer, @ContextValue String address) {
        return each(
                input.key(),
                input.issues(),
                viewer,
                address,
                (key, target) -> new DispatchAction.Dispatch(
                        key,
                        target.issueId(),
                        target.expectedVersion(),
                        input.lead(),
                        null,
                        input.instruction(),
                        input.overrideReason()));
    }

    @MutationMapping
    Mono<BulkPayload> urgeIssues(
            @Argument UrgeIssuesInput input, @ContextValue Viewer viewer, @ContextValue String address) {
        return each(
                input.key(),
                input.issues(),
                viewer,
                address,
                (key, target) ->
                        new ReporterAction.Urge(key, target.issueId(), null, target.expectedVersion(), input.text()));
    }

    private Mono<BulkPayload> each(
            UUID key,
            List<BulkTarget> targets,
            Viewer viewer,
            String address,
            BiFunction<UUID, BulkTarget, Action> action) {
        viewer.signedIn();
        if (targets.size() > MOST) {
            throw new Fault(FaultCode.TOO_MANY, "input.issues", MOST);
        }
        return Flux.fromStream(IntStream.range(0, targets.size()).boxed())
                .flatMapSequential(
                        i -> one(action.apply(key(key, targets.get(i)), targets.get(i)), i, viewer, address), AT_ONCE)
                .collectList()
                .map(outcomes -> new BulkPayload(outcomes, (int) outcomes.stream()
                        .filter(outcome -> outcome.refusal() == null)
                        .count()));
    }

    private Mono<BulkOutcome> one(Action action, int i, Viewer viewer, String address) {
        return desk.answer(action, viewer, address)
                .map(payload -> new BulkOutcome(
                        action.issueId(), payload.issue(), payload.refusal(), payload.replayed(), payload.cursor()))
                .onErrorResume(
                        Fault.class,
                        fault -> fault.code() == FaultCode.NOT_FOUND
                                ? Mono.just(unknown(action, i))
                                : Mono.error(fault));
    }

    private static BulkOutcome unknown(Action action, int i) {
        var problem = Problem.of("issues[" + i + "].issueId", ProblemCode.UNKNOWN);
        return new BulkOutcome(action.issueId(), null, new Refusal.InputRejected(List.of(problem)), false, null);
    }

    private static UUID key(UUID whole, BulkTarget target) {
        var name = whole + "|" + target.issueId();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
