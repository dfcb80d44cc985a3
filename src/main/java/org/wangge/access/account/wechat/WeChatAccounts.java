package org.wangge.access.account.wechat;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.Keyring;
import org.wangge.access.personal.Keyrings;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Mono;

/// Which WeChat is bound to which account; its id stands there sealed.
@Component
class WeChatAccounts {
    private static final String FIELD = "account.openid";

    private final DatabaseClient database;
    private final Keyrings keyrings;

    WeChatAccounts(DatabaseClient database, Keyrings keyrings) {
        this.database = database;
        this.keyrings = keyrings;
    }

    /// An account, and whether it is shut.
    record Found(UUID id, boolean isDisabled) {}

    Mono<Found> find(String openid) {
        return keyrings.current()
                .flatMap(keyring -> database.sql("""
                        select a.id, a.disabled_at is not null as disabled
                        from account_wechat w join account a on a.id = w.account_id
                        where w.openid_index = any(:indexes)
                        order by w.bound_at desc
                        limit 1""")
                        .bind("indexes", keyring.indexes(FIELD, openid))
                        .map(row -> new Found(Rows.uuid(row, "id"), Rows.get(row, "disabled", Boolean.class)))
                        .one());
    }

    Mono<Void> bind(String openid, UUID account, Instant now) {
        return keyrings.current()
                .flatMap(keyring -> rebound(openid, account, keyring, now)
                        .filter(rows -> rows == 0)
                        .flatMap(none -> bound(openid, account, keyring, now)))
                .then();
    }

    private Mono<Long> rebound(String openid, UUID account, Keyring keyring, Instant now) {
        return database.sql("""
                        update account_wechat set account_id = :account, bound_at = :now
                        where openid_index = any(:indexes)""")
                .bind("account", account)
                .bind("now", now)
                .bind("indexes", keyring.indexes(FIELD, openid))
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> bound(String openid, UUID account, Keyring keyring, Instant now) {
        var id = UUID.randomUUID();
        return database.sql("""
                        insert into account_wechat (id, openid_index, openid_cell, account_id, bound_at)
                        values (:id, :index, :cell, :account, :now)
                        on conflict (openid_index) do update
                        set account_id = excluded.account_id, bound_at = excluded.bound_at""")
                .bind("id", id)
                .bind("index", keyring.index(FIELD, openid))
                .bind("cell", keyring.seal(openid, new CellPlace(FIELD, id)))
                .bind("account", account)
                .bind("now", now)
                .fetch()
                .rowsUpdated();
    }
}
