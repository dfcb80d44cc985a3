package org.wangge.issue.reply;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.Keyring;
import org.wangge.access.personal.Keyrings;
import org.wangge.graphql.Rows;
import org.wangge.issue.Contact;
import org.wangge.issue.Contacts;
import org.wangge.issue.IssueId;
import reactor.core.publisher.Mono;

/// How the reporter of an issue is reached, in clear: what they left with it, else the phone that they
/// sign in with.
@Component
class ReporterContacts {
    private static final String ACCOUNT_PHONE = "account.phone";
    private static final Contact NONE = new Contact(null, null);

    private final DatabaseClient database;
    private final Contacts contacts;
    private final Keyrings keyrings;

    ReporterContacts(DatabaseClient database, Contacts contacts, Keyrings keyrings) {
        this.database = database;
        this.contacts = contacts;
        this.keyrings = keyrings;
    }

    /// Of nothing when neither is known.
    Mono<Contact> open(IssueId issue) {
        return contacts.of(issue)
                .switchIfEmpty(Mono.defer(() -> ofAccount(issue)))
                .defaultIfEmpty(NONE);
    }

    private Mono<Contact> ofAccount(IssueId issue) {
        return keyrings.current()
                .flatMap(keyring -> database.sql("""
                        select p.account_id, p.phone_cell
                        from issue i join account_phone p on i.reporter = 'account:' || p.account_id::text
                        where i.id = :issue""")
                        .bind("issue", issue.value())
                        .map(row -> new Contact(null, opened(row, keyring)))
                        .one());
    }

    private static String opened(Readable row, Keyring keyring) {
        UUID account = Rows.uuid(row, "account_id");
        return keyring.open(Rows.get(row, "phone_cell", byte[].class), new CellPlace(ACCOUNT_PHONE, account));
    }
}
