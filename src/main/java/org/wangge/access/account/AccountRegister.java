package org.wangge.access.account;

import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.NodeSource;
import org.wangge.access.Viewer;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Node;
import org.wangge.graphql.page.Conditions;
import org.wangge.graphql.page.Connection;
import org.wangge.graphql.page.Direction;
import org.wangge.graphql.page.Listing;
import org.wangge.graphql.page.PageRequest;
import org.wangge.graphql.page.Pages;
import org.wangge.graphql.page.Sort;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The accounts in the database. Administrators see them all, everybody else their own.
@Component
public class AccountRegister implements NodeSource {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Listing<Account> LIST = new Listing<>(
            Account.COLUMNS,
            "account a",
            "a.id",
            Account::row,
            account -> account.id().value());
    private static final Sort<Account> BY_CREATION =
            new Sort<>("a.created_at", Sort.Kind.INSTANT, Account::createdAt, Direction.ASC);

    private final DatabaseClient database;
    private final Pages pages;

    AccountRegister(DatabaseClient database, Pages pages) {
        this.database = database;
        this.pages = pages;
    }

    @Override
    public String type() {
        return AccountId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return all(visible(viewer).and("a.id = any(:ids)", "ids", Batch.ids(ids)))
                .cast(Node.class);
    }

    public Mono<Account> find(AccountId id, Viewer viewer) {
        return all(visible(viewer).and("a.id = :id", "id", id.value())).next();
    }

    public Mono<Account> find(String name, Viewer viewer) {
        return all(visible(viewer).and("a.name = :name", "name", SignInInput.nameOf(name)))
                .next();
    }

    /// The account for a change of it: nobody else changes it until the end of the transaction.
    public Mono<Account> locked(AccountId id) {
        return database.sql("select a.id from account a where a.id = :id for update")
                .bind("id", id.value())
                .map(row -> id)
                .one()
                .flatMap(found -> all(new Conditions().and("a.id = :id", "id", id.value()))
                        .next());
    }

    public Mono<Connection<Account>> page(Conditions where, PageRequest page) {
        return pages.page(LIST, where, BY_CREATION, page);
    }

    private static Conditions visible(Viewer viewer) {
        return administers(viewer)
                ? new Conditions()
                : new Conditions().and("a.id = :own", "own", viewer.accountId() == null ? NOBODY : viewer.accountId());
    }

    private static boolean administers(Viewer viewer) {
        return viewer.roles().stream().anyMatch(role -> role.isAdministrator());
    }

    private Flux<Account> all(Conditions where) {
        return where.bind(database.sql("select " + Account.COLUMNS + "\nfrom account a" + where.sql()))
                .map(Account::row)
                .all();
    }
}
