package org.wangge.meeting.session;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.meeting.CouncilId;
import org.wangge.meeting.SeatPerson;
import org.wangge.personnel.MemberId;
import org.wangge.resident.ResidentId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Who was present, in the database.
@Component
public class Attendances {
    private final DatabaseClient database;

    Attendances(DatabaseClient database) {
        this.database = database;
    }

    /// Notes somebody as present. With a council those vote who sit in it and do not only observe; without
    /// one whoever lives there and is of age, and those who serve where it is theirs. False when they are
    /// noted already, or are nobody of that place.
    Mono<Boolean> insert(Meeting meeting, SeatPerson person, SignInMethod method, LocalDate on, Instant at) {
        return database.sql("""
                        with seat as (
                          select s.role
                          from council_seat s
                          where s.council_id = :council::uuid and s.person = coalesce(:member::uuid, :resident::uuid)
                            and s.from_on <= :on and (s.to_on is null or s.to_on > :on)
                        ), person as (
                          select null::uuid as household_id, :staffVotes::boolean as has_vote
                          from member
                          where id = :member::uuid
                          union all
                          select household_id, birth_on <= :on::date - interval '18 years'
                                               and grid_key >= :low and grid_key < :high
                          from resident
                          where id = :resident::uuid and status = 'ACTIVE'
                            and (grid_key >= :low and grid_key < :high or exists (select 1 from seat))
                        )
                        insert into meeting_attendance (meeting_id, member_id, resident_id, household_id, has_vote,
                                                        method, signed_in_at)
                        select :meeting, :member::uuid, :resident::uuid, household_id,
                               case when :council::uuid is null then has_vote
                                    else exists (select 1 from seat where role <> 'OBSERVER') end,
                               :method, :at
                        from person
                        on conflict (meeting_id, person) do nothing""")
                .bind("meeting", meeting.id().value())
                .bind("council", Rows.orNull(meeting.councilUuid(), UUID.class))
                .bind("member", Rows.orNull(person.memberUuid(), UUID.class))
                .bind("resident", Rows.orNull(person.residentUuid(), UUID.class))
                .bind("staffVotes", meeting.type().isOfStaff())
                .bind("on", on)
                .bind("low", meeting.gridKey().path())
                .bind("high", meeting.gridKey().end())
                .bind("method", method.name())
                .bind("at", at)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /// Whoever is noted as present at a meeting by this name.
    public Mono<Attendance> find(MeetingId meeting, SeatPerson person) {
        return database.sql("""
                        select id, meeting_id, member_id, resident_id, household_id, has_vote, method, signed_in_at
                        from meeting_attendance
                        where meeting_id = :meeting and person = coalesce(:member::uuid, :resident::uuid)""")
                .bind("meeting", meeting.value())
                .bind("member", Rows.orNull(person.memberUuid(), UUID.class))
                .bind("resident", Rows.orNull(person.residentUuid(), UUID.class))
                .map(Attendances::row)
                .one();
    }

    public Flux<Attendance> of(Collection<UUID> meetings) {
        return database.sql("""
                        select id, meeting_id, member_id, resident_id, household_id, has_vote, method, signed_in_at
                        from meeting_attendance
                        where meeting_id = any(:meetings)
                        order by meeting_id, signed_in_at, id""")
                .bind("meetings", Batch.ids(meetings))
                .map(Attendances::row)
                .all();
    }

    /// How many are present, all or with a vote.
    record Present(UUID meeting, int all, int voting) {}

    Flux<Present> present(Collection<UUID> meetings) {
        return database.sql("""
                        select meeting_id, count(*)::int as present, count(*) filter (where has_vote)::int as voting
                        from meeting_attendance
                        where meeting_id = any(:meetings)
                        group by meeting_id""")
                .bind("meetings", Batch.ids(meetings))
                .map(row -> new Present(
                        Rows.uuid(row, "meeting_id"), Rows.number(row, "present"), Rows.number(row, "voting")))
                .all();
    }

    /// How many sit in a council on a day and vote.
    Mono<Integer> seats(CouncilId council, LocalDate on) {
        return database.sql("""
                        select count(*)::int as seats
                        from council_seat
                        where council_id = :council and role <> 'OBSERVER'
                          and from_on <= :on and (to_on is null or to_on > :on)""")
                .bind("council", council.value())
                .bind("on", on)
                .map(row -> Rows.number(row, "seats"))
                .one();
    }

    private static Attendance row(Readable row) {
        return new Attendance(
                new AttendanceId(Rows.uuid(row, "id")),
                new MeetingId(Rows.uuid(row, "meeting_id")),
                Rows.mapped(row, "member_id", UUID.class, MemberId::new),
                Rows.mapped(row, "resident_id", UUID.class, ResidentId::new),
                row.get("household_id", UUID.class),
                Rows.get(row, "has_vote", Boolean.class),
                Rows.constant(row, "method", SignInMethod.class),
                Rows.get(row, "signed_in_at", Instant.class));
    }
}
