package org.wangge.issue;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.personal.CellColumn;
import org.wangge.access.personal.CellColumns;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.Keyring;
import org.wangge.access.personal.Keyrings;
import org.wangge.feed.NewEvent;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Mono;

/// The names and phones that people leave with their reports, sealed.
@Component
public class Contacts implements AfterReport, CellColumns {
    private static final String NAME = "issue_contact.name";
    private static final String PHONE = "issue_contact.phone";

    private final DatabaseClient database;
    private final Keyrings keyrings;

    Contacts(DatabaseClient database, Keyrings keyrings) {
        this.database = database;
        this.keyrings = keyrings;
    }

    @Override
    public List<CellColumn> columns() {
        return List.of(
                new CellColumn(NAME, "issue_contact", "issue_id", "name_cell", null),
                new CellColumn(PHONE, "issue_contact", "issue_id", "phone_cell", null));
    }

    /// Keeps the contact, if there is one.
    @Override
    public Mono<List<NewEvent>> reported(ReportIssueInput input, Issue issue, String actor, Instant now) {
        var contact = input.contact();
        return contact == null
                ? Mono.just(List.of())
                : keyrings.current()
                        .flatMap(keyring -> insert(issue.id(), contact, keyring))
                        .thenReturn(List.of());
    }

    /// The contact of an issue; empty when none was left.
    public Mono<Contact> of(IssueId issue) {
        return keyrings.current()
                .flatMap(keyring -> database.sql("""
                        select name_cell, phone_cell
                        from issue_contact
                        where issue_id = :issue""")
                        .bind("issue", issue.value())
                        .map(row -> new Contact(
                                opened(row, "name_cell", NAME, issue, keyring),
                                opened(row, "phone_cell", PHONE, issue, keyring)))
                        .one());
    }

    private Mono<Long> insert(IssueId issue, ContactInput contact, Keyring keyring) {
        return database.sql("""
                        insert into issue_contact (issue_id, name_cell, name_mask, phone_cell, phone_mask)
                        values (:issue, :name, :nameMask, :phone, :phoneMask)""")
                .bind("issue", issue.value())
                .bind("name", Rows.orNull(sealed(contact.name(), NAME, issue, keyring), byte[].class))
                .bind("nameMask", Rows.orNull(contact.nameMask(), String.class))
                .bind("phone", Rows.orNull(sealed(contact.phone(), PHONE, issue, keyring), byte[].class))
                .bind("phoneMask", Rows.orNull(contact.phoneMask(), String.class))
                .fetch()
                .rowsUpdated();
    }

    private static byte @Nullable [] sealed(@Nullable String clear, String field, IssueId issue, Keyring keyring) {
        return clear == null ? null : keyring.seal(clear, new CellPlace(field, issue.value()));
    }

    private static @Nullable String opened(Readable row, String column, String field, IssueId issue, Keyring keyring) {
        return Rows.mapped(row, column, byte[].class, cell -> keyring.open(cell, new CellPlace(field, issue.value())));
    }
}
