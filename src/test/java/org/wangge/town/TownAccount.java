package org.wangge.town;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Tokens;
import tools.jackson.databind.json.JsonMapper;

/// Who can sign in at the [Town]. Each has one session that does not end. The rights of those who
/// are bound to a member come from what the member is in charge of; the others were granted theirs.
public enum TownAccount {
    /// Every role but those of administrators, everywhere: for tests that are not about rights.
    EVERYTHING(null, null, null),
    /// 李建国, who leads 柳一格.
    LI(TownPeople.LI, null, null),
    /// 王秀英, the dedicated member of 柳一格.
    WANG(TownPeople.WANG, null, null),
    /// 欧阳桥, who leads 桥一格.
    OUYANG(TownPeople.OUYANG, null, null),
    /// 赵医生, of 柳一格 and 柳二格.
    ZHAO(TownPeople.ZHAO, null, null),
    /// Of the committee of 柳村.
    WILLOW_LEADER(null, "COMMUNITY_LEADER", Town.WILLOW),
    LEADER(null, "SUBDISTRICT_LEADER", Town.STREET),
    COMMANDER(null, "DUTY_COMMANDER", Town.STREET),
    INTAKE(null, "INTAKE", Town.STREET),
    ANALYSIS(null, "ANALYSIS", Town.STREET),
    HANDLER(null, "DEPARTMENT_HANDLER", Town.STREET),
    /// 张伟, who lives in 东院.
    ZHANG_WEI(TownHomes.ZHANG_WEI, "RESIDENT", null),
    /// 李娜, who lives there with them and does not head the household.
    LI_NA(TownHomes.LI_NA, "RESIDENT", null),
    /// A resident who is not in the ledger.
    NEWCOMER(null, "RESIDENT", null),
    SYSTEM_ADMIN(null, "SYSTEM_ADMIN", null),
    SECURITY_ADMIN(null, "SECURITY_ADMIN", null),
    AUDITOR(null, "AUDITOR", Town.STREET);

    /// Of every account of the town that has one.
    public static final String PASSWORD = "柳絮桥头一夜雨";

    /// What is kept of it.
    private static final String HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$oAaDC1kaOp6sEGj3iFc4UA$" + "zqpFIGH7CUcF9NFBHAz7afnLp2E8noiwASNbnDe6W9Y";

    private static final String SIGN_IN =
            "mutation($name: String!, $password: String!) { signIn(input: {name: $name, password: $password}) { session { accessToken } } }";
    private static final int KIND = 30;
    private static final int SESSION_KIND = 31;

    private final @Nullable TownThing person;
    private final @Nullable String role;
    private final @Nullable TownGrid grid;

    TownAccount(@Nullable TownThing person, @Nullable String role, @Nullable TownGrid grid) {
        this.person = person;
        this.role = role;
        this.grid = grid;
    }

    public UUID uuid() {
        return Town.uuid(KIND, ordinal() + 1);
    }

    public UUID session() {
        return Town.uuid(SESSION_KIND, ordinal() + 1);
    }

    /// As commands and timelines name them.
    public String actor() {
        return person != null && !isResident() ? "member:" + person.uuid() : "account:" + uuid();
    }

    /// The name to sign in with.
    public String signInName() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /// A new token of the account, each time it is asked for.
    Supplier<@Nullable String> token(Tokens tokens) {
        return () -> Awaited.the(tokens.issue(uuid(), session())).text();
    }

    /// Signs in with the password at a server elsewhere, and gives the access token.
    public String signIn(String url) {
        var body = JsonMapper.shared()
                .writeValueAsString(
                        Map.of("query", SIGN_IN, "variables", Map.of("name", signInName(), "password", PASSWORD)));
        var request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                    .join()
                    .body();
            return JsonMapper.shared()
                    .readTree(answer)
                    .at("/data/signIn/session/accessToken")
                    .asString();
        }
    }

    static void build(Connection connection) throws SQLException {
        for (var account : values()) {
            account.insertInto(connection);
        }
    }

    /// Only the one who sees everything, for databases that are not the town.
    static void buildEverything(Connection connection) throws SQLException {
        EVERYTHING.insertInto(connection);
    }

    private boolean isResident() {
        return "RESIDENT".equals(role);
    }

    private void insertInto(Connection connection) throws SQLException {
        TownPeople.insert(
                connection,
                "insert into account (id, name, kind, password, member_id, resident_id) values (?, ?, ?, ?, ?, ?)",
                uuid(),
                signInName(),
                isResident() ? "RESIDENT" : "STAFF",
                HASH,
                person != null && !isResident() ? person.uuid() : null,
                person != null && isResident() ? person.uuid() : null);
        TownPeople.insert(connection, """
                insert into account_session (id, account_id, begun_at, seen_at, expires_at, second_factor)
                values (?, ?, now(), now(), '2099-01-01', true)""", session(), uuid());
        grants(connection);
    }

    private void grants(Connection connection) throws SQLException {
        if (this == EVERYTHING) {
            for (var every : org.wangge.access.Role.values()) {
                if (!every.isAdministrator() && !every.name().matches("ANONYMOUS|RESIDENT")) {
                    grant(connection, every.name());
                }
            }
        } else if (role != null && !isResident()) {
            grant(connection, role);
        }
    }

    private void grant(Connection connection, String granted) throws SQLException {
        TownPeople.insert(
                connection, """
                insert into account_grant (account_id, role, grid_id, grid_key, from_at, given_by, reason)
                values (?, ?, ?, ?, '2025-01-01', 'town', 'as the town was built')""", uuid(), granted, grid == null ? null : grid.uuid(), grid == null ? "" : grid.key());
    }
}
