package org.wangge.meeting;

import java.time.LocalDate;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.Right;
import org.wangge.access.Viewer;
import org.wangge.graphql.Rows;
import org.wangge.personnel.Members;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import reactor.core.publisher.Mono;

/// Who can sit in a council: any member who serves, and whoever lives in its grid and is of age.
@Component
class Candidates {
    private static final int OF_AGE = 18;

    private final DatabaseClient database;
    private final Members members;

    Candidates(DatabaseClient database, Members members) {
        this.database = database;
        this.members = members;
    }

    /// What stands against somebody, if anything.
    Mono<Problems> problems(SeatPerson person, Council council, Viewer viewer, LocalDate today) {
        if (person.memberId() != null) {
            return members.find(person.memberId(), viewer.scope(Right.PERSONNEL))
                    .hasElement()
                    .map(isKnown -> new Problems().check(isKnown, "person.memberId", ProblemCode.UNKNOWN));
        }
        return birth(person, council)
                .map(born -> new Problems()
                        .check(
                                !born.isAfter(today.minusYears(OF_AGE)),
                                "person.residentId",
                                ProblemCode.TOO_YOUNG,
                                OF_AGE))
                .defaultIfEmpty(new Problems().add("person.residentId", ProblemCode.UNKNOWN));
    }

    private Mono<LocalDate> birth(SeatPerson person, Council council) {
        return database.sql("""
                        select birth_on
                        from resident
                        where id = :id and status = 'ACTIVE' and grid_key >= :low and grid_key < :high""")
                .bind("id", Objects.requireNonNull(person.residentUuid()))
                .bind("low", council.gridKey().path())
                .bind("high", council.gridKey().end())
                .map(row -> Rows.get(row, "birth_on", LocalDate.class))
                .one();
    }
}
