package org.wangge.meeting.ballot;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Rows;
import org.wangge.grid.Scope;
import org.wangge.meeting.Council;
import org.wangge.meeting.Councils;
import org.wangge.meeting.MeetingSight;
import org.wangge.meeting.SeatPerson;
import org.wangge.meeting.VoteBy;
import org.wangge.meeting.session.Attendance;
import org.wangge.meeting.session.Attendances;
import org.wangge.refusal.MeetingRefusal;
import org.wangge.refusal.Refused;
import reactor.core.publisher.Mono;

/// Who votes (表决权): in a meeting whoever is present with a vote; online whoever sits in the council and
/// does not only observe, or, where there is none, whoever lives there and is of age.
@Component
class Electorate {
    private final DatabaseClient database;
    private final Attendances attendances;
    private final Councils councils;

    Electorate(DatabaseClient database, Attendances attendances, Councils councils) {
        this.database = database;
        this.attendances = attendances;
        this.councils = councils;
    }

    private record Elector(
            boolean hasVote, UUID person, @Nullable UUID household) {}

    /// The voter that somebody is, or speaks for: the person or their household.
    ///
    /// @throws Refused NO_VOTE with what is wanting
    Mono<UUID> voter(Ballot ballot, SeatPerson person, LocalDate on) {
        return (ballot.meetingId() == null ? online(ballot, person, on) : present(ballot, person))
                .map(elector -> voter(ballot, elector));
    }

    private static UUID voter(Ballot ballot, Elector elector) {
        if (!elector.hasVote()) {
            throw new Refused(new MeetingRefusal.NoVote("OBSERVER"));
        }
        if (ballot.voteBy() == VoteBy.PERSON) {
            return elector.person();
        }
        if (elector.household() == null) {
            throw new Refused(new MeetingRefusal.NoVote("NO_HOUSEHOLD"));
        }
        return elector.household();
    }

    private Mono<Elector> present(Ballot ballot, SeatPerson person) {
        return attendances
                .find(Objects.requireNonNull(ballot.meetingId()), person)
                .switchIfEmpty(Mono.error(() -> new Refused(new MeetingRefusal.NoVote("NOT_PRESENT"))))
                .map(attendance -> new Elector(attendance.hasVote(), uuid(person), attendance.householdUuid()));
    }

    private Mono<Elector> online(Ballot ballot, SeatPerson person, LocalDate on) {
        return (ballot.councilId() == null ? resident(ballot, person, on) : seated(ballot, person, on))
                .switchIfEmpty(Mono.error(() -> new Refused(
                        new MeetingRefusal.NoVote(ballot.councilId() == null ? "LIVES_ELSEWHERE" : "NOT_A_MEMBER"))));
    }

    private Mono<Elector> seated(Ballot ballot, SeatPerson person, LocalDate on) {
        return database.sql("""
                        select s.role <> 'OBSERVER' as has_vote, r.household_id
                        from council_seat s left join resident r on r.id = s.resident_id
                        where s.council_id = :council and s.person = :person
                          and s.from_on <= :on and (s.to_on is null or s.to_on > :on)""")
                .bind("council", Objects.requireNonNull(ballot.councilUuid()))
                .bind("person", uuid(person))
                .bind("on", on)
                .map(row -> new Elector(
                        Rows.get(row, "has_vote", Boolean.class), uuid(person), row.get("household_id", UUID.class)))
                .one();
    }

    private Mono<Elector> resident(Ballot ballot, SeatPerson person, LocalDate on) {
        return database.sql("""
                        select birth_on <= :on::date - interval '18 years' as has_vote, household_id
                        from resident
                        where id = :resident::uuid and status = 'ACTIVE' and grid_key >= :low and grid_key < :high""")
                .bind("on", on)
                .bind("resident", Rows.orNull(person.residentUuid(), UUID.class))
                .bind("low", ballot.gridKey().path())
                .bind("high", ballot.gridKey().end())
                .map(row -> new Elector(
                        Rows.get(row, "has_vote", Boolean.class), uuid(person), Rows.uuid(row, "household_id")))
                .one();
    }

    /// The whole that the threshold is a part of, and whether enough took part.
    record Turnout(int whole, boolean isQuorate) {}

    /// In a meeting those present with a vote, or their households; online those who voted, of whom there
    /// must be as many as the quorum of the council.
    Mono<Turnout> turnout(Ballot ballot, int voted, LocalDate on) {
        if (ballot.meetingId() != null) {
            return attendances
                    .of(List.of(ballot.meetingId().value()))
                    .filter(Attendance::hasVote)
                    .mapNotNull(attendance -> ballot.voteBy() == VoteBy.HOUSEHOLD
                            ? attendance.householdUuid()
                            : attendance.id().value())
                    .distinct()
                    .count()
                    .map(present -> new Turnout(present.intValue(), true));
        }
        return ballot.councilId() == null
                ? Mono.just(new Turnout(voted, voted > 0))
                : councils.find(ballot.councilId(), MeetingSight.of(Scope.everywhere()))
                        .flatMap(council -> seats(ballot, council, on)
                                .map(seats -> new Turnout(
                                        voted, voted >= council.rules().quorum().needed(seats))));
    }

    private Mono<Integer> seats(Ballot ballot, Council council, LocalDate on) {
        return database.sql("""
                        select count(distinct case when :byHousehold then r.household_id else s.person end)::int as seats
                        from council_seat s left join resident r on r.id = s.resident_id
                        where s.council_id = :council and s.role <> 'OBSERVER'
                          and s.from_on <= :on and (s.to_on is null or s.to_on > :on)""")
                .bind("byHousehold", ballot.voteBy() == VoteBy.HOUSEHOLD)
                .bind("council", council.id().value())
                .bind("on", on)
                .map(row -> Rows.number(row, "seats"))
                .one();
    }

    private static UUID uuid(SeatPerson person) {
        var member = person.memberUuid();
        return member == null ? Objects.requireNonNull(person.residentUuid()) : member;
    }
}
