package org.wangge.organisation.agency;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.feed.Command;
import org.wangge.feed.Commands;
import org.wangge.feed.Done;
import org.wangge.feed.NewEvent;
import org.wangge.feed.Outcome;
import org.wangge.grid.GridKey;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.refusal.Refused;
import org.wangge.refusal.SocietyRefusal;
import org.wangge.refusal.SocietyRefusal.NotInThisState;
import reactor.core.publisher.Mono;

/// The rules of contracts: whoever signed one never evaluates it, no instalment is paid without an evaluation,
/// and a poor one holds it back. What is against them is [Refused].
@Service
class ContractService {
    private final Commands commands;
    private final Contracts contracts;
    private final ContractReferences references;
    private final ContractParts parts;
    private final Clock clock;

    ContractService(
            Commands commands, Contracts contracts, ContractReferences references, ContractParts parts, Clock clock) {
        this.commands = commands;
        this.contracts = contracts;
        this.references = references;
        this.parts = parts;
        this.clock = clock;
    }

    Mono<Outcome> sign(SignContractInput input, Viewer viewer) {
        var now = now();
        var work = references
                .grid(input, viewer)
                .flatMap(grid -> contracts
                        .insert(input, grid, viewer.actor(), now)
                        .delayUntil(id -> parts.insert(id, input))
                        .map(id -> done("CONTRACT_SIGNED", id, 1, grid.key(), now)));
        return once("signContract", input.key(), input, viewer, now, work);
    }

    Mono<Outcome> record(RecordIndicatorInput input, Viewer viewer) {
        var now = now();
        var work = held(input.contractId(), input.expectedVersion(), viewer)
                .doOnNext(contract -> input.problems().refuseIfAny())
                .delayUntil(contract -> parts.record(input)
                        .doOnNext(isKnown -> new Problems()
                                .check(isKnown, "indicatorNo", ProblemCode.UNKNOWN)
                                .refuseIfAny()));
        return changed("recordIndicator", input.key(), input, "INDICATOR_RECORDED", viewer, now, work);
    }

    /// @throws Refused SIGNER_CANNOT_EVALUATE, INPUT_REJECTED, NOT_IN_THIS_STATE, STALE_VERSION
    Mono<Outcome> evaluate(EvaluateContractInput input, Viewer viewer) {
        var now = now();
        var work = held(input.contractId(), input.expectedVersion(), viewer)
                .doOnNext(contract -> {
                    requireAnother(contract, viewer);
                    input.problems().refuseIfAny();
                })
                .delayUntil(contract -> instalment(contract, input.instalmentNo())
                        .doOnNext(instalment -> NotInThisState.unless(
                                "instalment",
                                instalment.status(),
                                InstalmentStatus.PLANNED,
                                InstalmentStatus.WITHHELD,
                                InstalmentStatus.APPROVED)))
                .delayUntil(contract -> parts.evaluate(input, viewer.actor(), now));
        return changed("evaluateContract", input.key(), input, "CONTRACT_EVALUATED", viewer, now, work);
    }

    /// @throws Refused INSTALMENT_WITHHELD after a poor evaluation, NOT_IN_THIS_STATE without one
    Mono<Outcome> pay(PayInstalmentInput input, Viewer viewer) {
        var now = now();
        var work = held(input.contractId(), input.expectedVersion(), viewer)
                .delayUntil(contract ->
                        instalment(contract, input.instalmentNo()).doOnNext(ContractService::requirePayable))
                .delayUntil(contract -> parts.pay(input, viewer.actor(), now));
        return changed("payInstalment", input.key(), input, "INSTALMENT_PAID", viewer, now, work);
    }

    /// @throws Refused INPUT_REJECTED, also for an activity elsewhere or of another time
    Mono<Outcome> count(CountActivityInput input, Viewer viewer) {
        var now = now();
        var work = held(input.contractId(), input.expectedVersion(), viewer)
                .delayUntil(contract -> references.requireHeld(input.activityId(), contract))
                .delayUntil(contract -> parts.count(contract.id(), input.activityId())
                        .doOnNext(isNew -> new Problems()
                                .check(isNew, "activityId", ProblemCode.DUPLICATE)
                                .refuseIfAny()));
        return changed("countActivity", input.key(), input, "CONTRACT_ACTIVITY", viewer, now, work);
    }

    Mono<Outcome> end(EndContractInput input, Viewer viewer) {
        var now = now();
        var work = held(input.contractId(), input.expectedVersion(), viewer)
                .doOnNext(contract -> input.problems().refuseIfAny())
                .delayUntil(contract -> contracts.become(
                        contract, input.status(), input.reason().strip()))
                .map(contract ->
                        done("CONTRACT_ENDED", contract.uuid(), contract.version() + 1, contract.gridKey(), now));
        return once("endContract", input.key(), input, viewer, now, work);
    }

    /// An active one where the viewer may sign, at the version that was read.
    private Mono<ServiceContract> held(ServiceContractId id, int expected, Viewer viewer) {
        viewer.require(Right.PROCURE);
        return contracts
                .held(id)
                .filter(contract -> viewer.may(Right.PROCURE, contract.gridKey()))
                .switchIfEmpty(Mono.error(() -> Problems.single("contractId", ProblemCode.UNKNOWN)))
                .doOnNext(contract -> {
                    Refused.ifStale(expected, contract.version());
                    NotInThisState.unless("contract", contract.status(), ContractStatus.ACTIVE);
                });
    }

    private Mono<Instalment> instalment(ServiceContract contract, int no) {
        return parts.instalments(List.of(contract.uuid()))
                .filter(instalment -> instalment.no() == no)
                .next()
                .switchIfEmpty(Mono.error(() -> Problems.single("instalmentNo", ProblemCode.UNKNOWN)));
    }

    private static void requireAnother(ServiceContract contract, Viewer viewer) {
        if (contract.signer().equals(viewer.actor())) {
            throw new Refused(new SocietyRefusal.SignerCannotEvaluate());
        }
    }

    private static void requirePayable(Instalment instalment) {
        if (instalment.status() == InstalmentStatus.WITHHELD) {
            throw new Refused(new SocietyRefusal.InstalmentWithheld(instalment.no(), instalment.amount()));
        }
        NotInThisState.unless("instalment", instalment.status(), InstalmentStatus.APPROVED);
    }

    private Mono<Outcome> changed(
            String name, UUID key, Object input, String type, Viewer viewer, Instant now, Mono<ServiceContract> work) {
        var done = work.delayUntil(contract -> contracts.become(contract, contract.status(), null))
                .map(contract -> done(type, contract.uuid(), contract.version() + 1, contract.gridKey(), now));
        return once(name, key, input, viewer, now, done);
    }

    private Mono<Outcome> once(String name, UUID key, Object input, Viewer viewer, Instant now, Mono<Done> work) {
        return commands.once(new Command(viewer.actor(), key, name, input), now, work);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Done done(String type, UUID id, int version, GridKey key, Instant now) {
        return new Done(id, version, List.of(new NewEvent(type, id, version, key, now)));
    }
}
