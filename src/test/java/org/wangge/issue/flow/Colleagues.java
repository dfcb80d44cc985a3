package org.wangge.issue.flow;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.wangge.access.Tokens;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import org.wangge.town.TestPostgres;
import org.wangge.town.Town;
import org.wangge.town.TownPeople;
import org.wangge.town.TownThing;

/// Those of the [Town] who work on issues and cannot sign in there otherwise: the courier of 东院, the
/// dispatcher and the supervisor of the centre, and the handlers of two offices.
@TestComponent
public class Colleagues {
    /// 市政工程办公室, with 徐工 and 何工.
    public static final TownThing WORKS_OFFICE = new TownThing("department", 2, 91);

    private static final int MEMBER_KIND = 3;
    private static final int ACCOUNT_KIND = 32;
    private static final int SESSION_KIND = 33;

    private final Graph graph;
    private final Tokens tokens;

    Colleagues(Graph graph, Tokens tokens) {
        this.graph = graph;
        this.tokens = tokens;
        worksOffice();
        account(1, TownPeople.JI.uuid());
        account(2, null, "DISPATCH");
        account(3, null, "SUPERVISION");
        account(4, member(91, "徐工", WORKS_OFFICE), "DEPARTMENT_HANDLER");
        account(5, member(92, "何工", WORKS_OFFICE), "DEPARTMENT_HANDLER");
        account(6, member(93, "罗队", TownPeople.ENFORCEMENT_OFFICE), "DEPARTMENT_HANDLER", "SUPERVISION");
        account(7, null, "MONITORING");
    }

    /// 𠮷田, who looks after 东院.
    Graph courier() {
        return person(1);
    }

    public Graph dispatcher() {
        return person(2);
    }

    public Graph supervisor() {
        return person(3);
    }

    /// 徐工, of the works office.
    public Graph xu() {
        return person(4);
    }

    /// 何工, of the works office.
    Graph he() {
        return person(5);
    }

    /// 罗队, of the enforcement office, who sits at the supervision post as well.
    Graph luo() {
        return person(6);
    }

    Graph monitoring() {
        return person(7);
    }

    private Graph person(int number) {
        return graph.with(
                () -> Awaited.the(tokens.issue(Town.uuid(ACCOUNT_KIND, number), Town.uuid(SESSION_KIND, number)))
                        .text());
    }

    private void worksOffice() {
        execute("""
                insert into department (id, code, name, kind, grid_id, grid_key)
                values ('%s', 'D91', '市政工程办公室', 'STREET_OFFICE', '%s', '%s')""".formatted(WORKS_OFFICE.uuid(), Town.STREET.uuid(), Town.STREET.key()));
    }

    private UUID member(int number, String name, TownThing department) {
        var id = Town.uuid(MEMBER_KIND, number);
        execute("""
                insert into member (id, grid_key, name, origin, department_id, card_no, card_title, card_is_public)
                values ('%s', '%s', '%s', 'SUBDISTRICT_CADRE', '%s', 'WG%03d', '经办人', true)""".formatted(id, Town.STREET.key(), name, department.uuid(), number));
        return id;
    }

    private void account(int number, @Nullable UUID member, String... roles) {
        var account = Town.uuid(ACCOUNT_KIND, number);
        execute("""
                insert into account (id, name, kind, password, member_id)
                select '%1$s', 'colleague-%2$d', 'STAFF', password, %3$s from account limit 1;
                insert into account_session (id, account_id, begun_at, seen_at, expires_at, second_factor)
                values ('%4$s', '%1$s', now(), now(), '2099-01-01', true)""".formatted(
                account, number, member == null ? "null" : "'" + member + "'", Town.uuid(SESSION_KIND, number)));
        for (var role : roles) {
            execute("""
                    insert into account_grant (account_id, role, grid_id, grid_key, from_at, given_by, reason)
                    values ('%s', '%s', '%s', '%s', '2025-01-01', 'town', 'as the town was built')""".formatted(account, role, Town.STREET.uuid(), Town.STREET.key()));
        }
    }

    private void execute(String sql) {
        TestPostgres.execute(graph.database(), sql);
    }
}
