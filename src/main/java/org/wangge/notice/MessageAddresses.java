package org.wangge.notice;

import io.r2dbc.spi.Readable;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.Keyring;
import org.wangge.access.personal.Keyrings;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Where somebody's messages go to, opened at the moment of sending.
@Component
class MessageAddresses {
    private static final String PHONE = "account.phone";
    private static final String OPENID = "account.openid";

    private final DatabaseClient database;
    private final Keyrings keyrings;
    private final ObjectProvider<IssuePhones> phones;

    MessageAddresses(DatabaseClient database, Keyrings keyrings, ObjectProvider<IssuePhones> phones) {
        this.database = database;
        this.keyrings = keyrings;
        this.phones = phones;
    }

    /// Empty when there is none any more.
    Mono<String> of(OutboxEntry entry) {
        var account = entry.accountId();
        if (account == null) {
            return Flux.fromStream(phones::stream)
                    .concatMap(known -> known.of(entry.subjectId()))
                    .next();
        }
        return keyrings.current()
                .flatMap(
                        keyring -> entry.channel() == Channel.SMS ? phone(account, keyring) : openid(account, keyring));
    }

    private Mono<String> phone(UUID account, Keyring keyring) {
        return database.sql("""
                        select account_id as id, phone_cell as cell
                        from account_phone
                        where account_id = :account""")
                .bind("account", account)
                .map(row -> opened(row, PHONE, keyring))
                .one();
    }

    private Mono<String> openid(UUID account, Keyring keyring) {
        return database.sql("""
                        select id, openid_cell as cell
                        from account_wechat
                        where account_id = :account
                        order by bound_at desc, id
                        limit 1""")
                .bind("account", account)
                .map(row -> opened(row, OPENID, keyring))
                .one();
    }

    private static String opened(Readable row, String field, Keyring keyring) {
        return keyring.open(Rows.get(row, "cell", byte[].class), new CellPlace(field, Rows.uuid(row, "id")));
    }
}
