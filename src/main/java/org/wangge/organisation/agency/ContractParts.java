package org.wangge.organisation.agency;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.organisation.activity.ActivityId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What belongs to contracts, in the database: indicators, instalments, evaluations, activities.
@Component
class ContractParts {
    private final DatabaseClient database;

    ContractParts(DatabaseClient database) {
        this.database = database;
    }

    /// An activity that was held under a contract.
    record Held(ServiceContractId contractId, UUID activity) {}

    Mono<Void> insert(UUID contract, SignContractInput input) {
        var indicators = input.indicators();
        var instalments = input.instalments();
        var promised = database.sql("""
                        insert into contract_indicator (contract_id, no, name, unit, target)
                        select :contract, i.no, i.name, i.unit, i.target
                        from unnest(:names::text[], :units::text[], :targets::int[]) with ordinality
                             as i (name, unit, target, no)""")
                .bind("contract", contract)
                .bind("names", Batch.texts(indicators, one -> one.name().strip()))
                .bind("units", Batch.texts(indicators, one -> one.unit().strip()))
                .bind("targets", indicators.stream().map(one -> one.target()).toArray(Integer[]::new))
                .fetch()
                .rowsUpdated();
        var money = database.sql("""
                        insert into instalment (contract_id, no, amount, due_on)
                        select :contract, i.no, i.amount, i.due_on::date
                        from unnest(:amounts::int[], :days::text[]) with ordinality as i (amount, due_on, no)""")
                .bind("contract", contract)
                .bind("amounts", instalments.stream().map(one -> one.amount()).toArray(Integer[]::new))
                .bind("days", Batch.texts(instalments, one -> one.dueOn().toString()))
                .fetch()
                .rowsUpdated();
        return promised.then(money).then();
    }

    Flux<ContractIndicator> indicators(Collection<UUID> contracts) {
        return database.sql("""
                        select contract_id, no, name, unit, target, actual
                        from contract_indicator
                        where contract_id = any(:contracts)
                        order by contract_id, no""")
                .bind("contracts", Batch.ids(contracts))
                .map(row -> new ContractIndicator(
                        contract(row),
                        Rows.number(row, "no"),
                        Rows.text(row, "name"),
                        Rows.text(row, "unit"),
                        Rows.number(row, "target"),
                        row.get("actual", Integer.class)))
                .all();
    }

    Flux<Instalment> instalments(Collection<UUID> contracts) {
        return database.sql("""
                        select contract_id, no, amount, due_on, status, paid_at
                        from instalment
                        where contract_id = any(:contracts)
                        order by contract_id, no""")
                .bind("contracts", Batch.ids(contracts))
                .map(row -> new Instalment(
                        contract(row),
                        Rows.number(row, "no"),
                        Rows.number(row, "amount"),
                        Rows.get(row, "due_on", LocalDate.class),
                        Rows.constant(row, "status", InstalmentStatus.class),
                        row.get("paid_at", Instant.class)))
                .all();
    }

    Flux<Evaluation> evaluations(Collection<UUID> contracts) {
        return database.sql("""
                        select contract_id, instalment_no, grade, residents_asked, residents_satisfied, text, at
                        from contract_evaluation
                        where contract_id = any(:contracts)
                        order by contract_id, at, id""")
                .bind("contracts", Batch.ids(contracts))
                .map(row -> new Evaluation(
                        contract(row),
                        Rows.number(row, "instalment_no"),
                        Rows.constant(row, "grade", Grade.class),
                        Rows.number(row, "residents_asked"),
                        Rows.number(row, "residents_satisfied"),
                        Rows.text(row, "text"),
                        Rows.get(row, "at", Instant.class)))
                .all();
    }

    Flux<Held> activities(Collection<UUID> contracts) {
        return database.sql("""
                        select contract_id, activity_id
                        from contract_activity
                        where contract_id = any(:contracts)
                        order by contract_id, activity_id""")
                .bind("contracts", Batch.ids(contracts))
                .map(row -> new Held(contract(row), Rows.uuid(row, "activity_id")))
                .all();
    }

    /// False when there is no such indicator.
    Mono<Boolean> record(RecordIndicatorInput input) {
        return database.sql("""
                        update contract_indicator
                        set actual = :actual
                        where contract_id = :contract and no = :no""")
                .bind("actual", input.actual())
                .bind("contract", input.contractId().value())
                .bind("no", input.indicatorNo())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// A poor grade holds the instalment back, any other lets it be paid.
    Mono<Void> evaluate(EvaluateContractInput input, String actor, Instant now) {
        return database.sql("""
                        with evaluated as (
                          insert into contract_evaluation (contract_id, instalment_no, grade, residents_asked,
                                                           residents_satisfied, text, evaluated_by, at)
                          values (:contract, :no, :grade, :asked, :satisfied, :text, :actor, :now)
                        )
                        update instalment
                        set status = case when :grade = 'POOR' then 'WITHHELD' else 'APPROVED' end
                        where contract_id = :contract and no = :no""")
                .bind("contract", input.contractId().value())
                .bind("no", input.instalmentNo())
                .bind("grade", input.grade().name())
                .bind("asked", input.residentsAsked())
                .bind("satisfied", input.residentsSatisfied())
                .bind("text", input.text().strip())
                .bind("actor", actor)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Void> pay(PayInstalmentInput input, String actor, Instant now) {
        return database.sql("""
                        update instalment
                        set status = 'PAID', paid_at = :now, paid_by = :actor
                        where contract_id = :contract and no = :no""")
                .bind("now", now)
                .bind("actor", actor)
                .bind("contract", input.contractId().value())
                .bind("no", input.instalmentNo())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /// False when it was counted already, here or elsewhere.
    Mono<Boolean> count(ServiceContractId contract, ActivityId activity) {
        return database.sql("""
                        insert into contract_activity (contract_id, activity_id)
                        values (:contract, :activity)
                        on conflict do nothing""")
                .bind("contract", contract.value())
                .bind("activity", activity.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static ServiceContractId contract(Readable row) {
        return new ServiceContractId(Rows.uuid(row, "contract_id"));
    }
}
