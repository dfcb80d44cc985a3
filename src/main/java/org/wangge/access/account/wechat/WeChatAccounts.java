package org.wangge.access.account.wechat;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.personal.Keyrings;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Mono;

/// Which WeChat is bound to which account, by blind index.
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
                        where w.openid_index in (select decode(i, 'hex') from unnest(:indexes::text[]) as i)
                        order by w.bound_at desc
                        limit 1""")
                        .bind("indexes", Batch.hex(keyring.indexes(FIELD, openid)))
                        .map(row -> new Found(Rows.uuid(row, "id"), Rows.get(row, "disabled", Boolean.class)))
                        .one());
    }

    Mono<Void> bind(String openid, UUID account, Instant now) {
        return keyrings.current()
                .flatMap(keyring -> database.sql("""
                        with old as (
                          delete from account_wechat
                          where openid_index in (select decode(i, 'hex') from unnest(:indexes::text[]) as i) and openid_index <> :index
                        )
                        insert into account_wechat (openid_index, account_id, bound_at)
                        values (:index, :account, :now)
                        on conflict (openid_index) do update
                        set account_id = excluded.account_id, bound_at = excluded.bound_at""")
                        .bind("indexes", Batch.hex(keyring.indexes(FIELD, openid)))
                        .bind("index", keyring.index(FIELD, openid))
                        .bind("account", account)
                        .bind("now", now)
                        .fetch()
                        .rowsUpdated())
                .then();
    }
}
