package org.wangge.organisation.activity;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Mono;

/// Credits what was served in an activity, once: from attendance, never from enrolment. Whoever was not
/// there was absent. Two activities of one volunteer are settled one after the other.
@Component
class Settlement {
    private final DatabaseClient database;
    private final Clock clock;

    Settlement(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Credit(UUID enrolment, UUID volunteer, LocalDate day, int minutes) {}

    private record Before(Map<UUID, List<ServiceTime.Span>> spans, Map<UUID, Map<LocalDate, Integer>> minutes) {}

    /// In the caller's transaction, of an activity that is held, with those who came and went.
    Mono<Void> settle(Activity activity, List<ActivityEnrolment> attended) {
        return lock(attended)
                .then(Mono.defer(() -> before(attended)))
                .map(before -> credits(attended, before))
                .flatMap(this::write)
                .then(Mono.defer(() -> close(activity)));
    }

    /// In the order of their ids: who settles another activity with the same people waits.
    private Mono<Long> lock(List<ActivityEnrolment> attended) {
        return database.sql("""
                        select id
                        from volunteer
                        where id = any(:volunteers)
                        order by id
                        for no key update""")
                .bind("volunteers", volunteers(attended))
                .map(row -> Rows.uuid(row, "id"))
                .all()
                .count();
    }

    private Mono<Before> before(List<ActivityEnrolment> attended) {
        return Mono.zip(spans(attended), minutes(attended), Before::new);
    }

    private Mono<Map<UUID, List<ServiceTime.Span>>> spans(List<ActivityEnrolment> attended) {
        return database.sql("""
                        select e.volunteer_id, e.checked_in_at, e.checked_out_at
                        from enrolment e
                        where e.volunteer_id = any(:volunteers) and e.status = 'ATTENDED' and e.checked_in_at < :until
                          and e.checked_out_at > :since""")
                .bind("volunteers", volunteers(attended))
                .bind("until", latest(attended))
                .bind("since", earliest(attended))
                .map(row -> Map.entry(
                        Rows.uuid(row, "volunteer_id"),
                        new ServiceTime.Span(
                                Rows.get(row, "checked_in_at", Instant.class),
                                Rows.get(row, "checked_out_at", Instant.class))))
                .all()
                .collect(
                        HashMap::new,
                        (all, one) -> all.computeIfAbsent(one.getKey(), volunteer -> new ArrayList<>())
                                .add(one.getValue()));
    }

    private Mono<Map<UUID, Map<LocalDate, Integer>>> minutes(List<ActivityEnrolment> attended) {
        return database.sql("""
                        select volunteer_id, on_day, sum(minutes)::int as minutes
                        from service_credit
                        where volunteer_id = any(:volunteers) and on_day between :since and :until
                        group by volunteer_id, on_day""")
                .bind("volunteers", volunteers(attended))
                .bind("since", LocalDate.ofInstant(earliest(attended), clock.getZone()))
                .bind("until", LocalDate.ofInstant(latest(attended), clock.getZone()))
                .map(row -> new Credit(
                        new UUID(0, 0),
                        Rows.uuid(row, "volunteer_id"),
                        Rows.get(row, "on_day", LocalDate.class),
                        Rows.number(row, "minutes")))
                .all()
                .collect(
                        HashMap::new,
                        (all, one) -> all.computeIfAbsent(one.volunteer(), volunteer -> new HashMap<>())
                                .put(one.day(), one.minutes()));
    }

    private List<Credit> credits(List<ActivityEnrolment> attended, Before before) {
        var credits = new ArrayList<Credit>();
        for (var enrolment : attended) {
            var volunteer = enrolment.volunteerId().value();
            var stay = new ServiceTime.Span(
                    Objects.requireNonNull(enrolment.checkedInAt()), Objects.requireNonNull(enrolment.checkedOutAt()));
            ServiceTime.credit(
                            stay,
                            enrolment.travelMinutes(),
                            before.spans().getOrDefault(volunteer, List.of()),
                            before.minutes().getOrDefault(volunteer, Map.of()),
                            clock.getZone())
                    .forEach((day, minutes) -> credits.add(new Credit(enrolment.uuid(), volunteer, day, minutes)));
        }
        return credits;
    }

    private Mono<Long> write(List<Credit> credits) {
        return database.sql("""
                        with credited as (
                          insert into service_credit (enrolment_id, volunteer_id, on_day, minutes)
                          select c.enrolment, c.volunteer, c.day::date, c.minutes
                          from unnest(:enrolments::uuid[], :volunteers::uuid[], :days::text[], :minutes::int[])
                               as c (enrolment, volunteer, day, minutes)
                          returning volunteer_id, minutes
                        )
                        update volunteer v
                        set service_minutes = v.service_minutes + served.minutes
                        from (select volunteer_id, sum(minutes)::int as minutes from credited group by volunteer_id) as served
                        where v.id = served.volunteer_id""")
                .bind("enrolments", credits.stream().map(Credit::enrolment).toArray(UUID[]::new))
                .bind("volunteers", credits.stream().map(Credit::volunteer).toArray(UUID[]::new))
                .bind(
                        "days",
                        credits.stream().map(credit -> credit.day().toString()).toArray(String[]::new))
                .bind("minutes", credits.stream().map(Credit::minutes).toArray(Integer[]::new))
                .fetch()
                .rowsUpdated();
    }

    private Mono<Void> close(Activity activity) {
        return database.sql("""
                        with closed as (
                          update enrolment e
                          set version = version + 1,
                              status = case when e.status = 'LEFT' then 'ATTENDED' else 'ABSENT' end,
                              credited_minutes = case when e.status = 'LEFT' then coalesce(
                                (select sum(c.minutes) from service_credit c where c.enrolment_id = e.id), 0) end
                          where e.activity_id = :id and e.status in ('LEFT', 'ENROLLED')
                          returning e.status
                        )
                        update activity
                        set status = 'SETTLED', version = version + 1,
                            person_times = (select count(*) from closed where closed.status = 'ATTENDED')
                        where id = :id""")
                .bind("id", activity.uuid())
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static UUID[] volunteers(List<ActivityEnrolment> attended) {
        return attended.stream().map(one -> one.volunteerId().value()).toArray(UUID[]::new);
    }

    private static Instant earliest(List<ActivityEnrolment> attended) {
        return attended.stream()
                .map(one -> Objects.requireNonNull(one.checkedInAt()))
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private static Instant latest(List<ActivityEnrolment> attended) {
        return attended.stream()
                .map(one -> Objects.requireNonNull(one.checkedOutAt()))
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }
}
