package org.wangge.graphql;

import graphql.schema.GraphQLScalarType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/// The scalars of the contract that are written as text.
@Configuration(proxyBeanMethods = false)
class Scalars {
    /// Before 1582 drivers and databases do not agree on the calendar, and nobody in the register is older.
    private static final LocalDate FIRST_DAY = LocalDate.of(1800, 1, 1);

    private static final Instant FIRST = Instant.parse("1800-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999Z");

    @Bean
    RuntimeWiringConfigurer textScalars() {
        return wiring -> wiring.scalar(scalar(
                        "DateTime",
                        "an instant like 2026-03-02T09:10:00+08:00 of the years 1800 to 9999",
                        Scalars::instant))
                .scalar(scalar("Date", "a day like 2026-03-02 of the years 1800 to 9999", Scalars::day))
                .scalar(scalar("Duration", "an ISO 8601 duration like PT2H30M", Duration::parse))
                .scalar(scalar("EventCursor", "what this graph gave as a cursor of events", text -> text))
                .scalar(scalar("UUID", "a UUID like 0198c5a2-7d1e-7c3a-9f00-3b1c5e8d2a47", Scalars::uuid))
                .scalar(objects("GeoJSON"))
                .scalar(objects("JSON"));
    }

    private static GraphQLScalarType objects(String name) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new ObjectScalar())
                .build();
    }

    private static <T> GraphQLScalarType scalar(String name, String shape, TextScalar.Reader<T> reader) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new TextScalar<>(name, shape, reader))
                .build();
    }

    private static Instant instant(String text) {
        var instant = OffsetDateTime.parse(text).toInstant();
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new IllegalArgumentException("outside the years 1800 to 9999");
        }
        return instant;
    }

    private static LocalDate day(String text) {
        if (text.length() != "2026-03-02".length()) {
            throw new IllegalArgumentException("years have four digits");
        }
        var day = LocalDate.parse(text);
        if (day.isBefore(FIRST_DAY)) {
            throw new IllegalArgumentException("before the year 1800");
        }
        return day;
    }

    private static UUID uuid(String text) {
        var uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("36 characters are needed");
        }
        return uuid;
    }
}
