package org.wangge.access.account;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.wangge.access.PasswordHash;
import org.wangge.access.Viewer;
import org.wangge.refusal.FaultCode;
import org.wangge.town.Answer;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;

/// Makes accounts, signs in to them, and looks at what is left.
final class AccountOffice {
    static final String PASSWORD = "correct horse battery";
    static final String SESSION = """
            { session { accessToken expiresAt refreshToken refreshExpiresAt restriction }
              refusal { __typename code message ... on SignInLocked { until } } }""";

    private final Graph graph;

    AccountOffice(Graph graph) {
        this.graph = graph;
    }

    void tidyUp() {
        TestPostgres.execute(graph.database(), """
                delete from attempt; delete from phone_code; delete from refresh_token; delete from foreign_session;
                delete from second_factor; delete from recovery_code; delete from account_phone;
                delete from account_wechat;
                delete from account_session where id::text not like '00000000-0000-7031-8000-%';
                delete from account_grant where given_by <> 'town';
                delete from account where id::text not like '00000000-0000-7030-8000-%';
                update account set disabled_at = null, version = 1;
                truncate access_log""");
    }

    /// An account of staff with [#PASSWORD], and with more of its columns set, such as `disabled_at = now()`.
    UUID account(String name, String... more) {
        var hash = PasswordHash.of(PASSWORD, new PasswordHash.Cost(64, 1));
        var id = rows("insert into account (name, kind, password) values ('%s', 'STAFF', '%s') returning id"
                        .formatted(name, hash))
                .getFirst();
        for (var column : more) {
            TestPostgres.execute(graph.database(), "update account set %s where id = '%s'".formatted(column, id));
        }
        return UUID.fromString(id);
    }

    void grant(UUID account, String role) {
        TestPostgres.execute(graph.database(), """
                insert into account_grant (account_id, role, grid_key, from_at, given_by, reason)
                values ('%s', '%s', '', '2025-01-01', 'test', 'for a test')""".formatted(account, role));
    }

    Answer signIn(String name, String password, @Nullable String code) {
        return graph.ask(
                "mutation($name: String!, $password: String!, $code: String) {"
                        + " done: signIn(input: {name: $name, password: $password, code: $code}) " + SESSION + " }",
                code == null
                        ? Map.of("name", name, "password", password)
                        : Map.of("name", name, "password", password, "code", code));
    }

    /// Asks as whoever the token is of.
    Answer ask(String token, String document) {
        return Answer.of(graph.tester()
                .mutate()
                .header("Authorization", "Bearer " + token)
                .build()
                .document(document));
    }

    Answer refresh(String token) {
        return graph.ask(
                "mutation($token: String!) { done: refreshSession(input: {refreshToken: $token}) " + SESSION + " }",
                Map.of("token", token));
    }

    static List<Answer> atOnce(int times, Callable<Answer> request) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Collections.nCopies(times, request)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }

    /// Whether the payload has what it is for.
    static boolean isDone(Answer answer, String field) {
        return answer.get("done", Map.class).get(field) != null;
    }

    static Viewer viewer(UUID accountId, @Nullable UUID sessionId, @Nullable FaultCode restriction) {
        return new Viewer("account:" + accountId, accountId, sessionId, null, null, List.of(), restriction);
    }

    List<String> rows(String sql) {
        try (var connection = TestPostgres.connect(graph.database());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
