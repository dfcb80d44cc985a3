package org.wangge.local;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Personal;
import org.wangge.access.Role;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.Keyring;
import org.wangge.local.DemoAccount.Place;

/// Where demo accounts are opened. All that work or live in one grid do so in the same: the first
/// comprehensive grid where people live.
final class DemoDesk {
    private static final int OF_AGE = 18;

    private static final String PLACES = """
            with home as (
              select id, parent_id
              from grid g
              where level = 3
                and exists (
                  select from resident r
                  where r.status = 'ACTIVE'
                    and r.grid_key >= g.grid_key and r.grid_key < left(g.grid_key, -1) || '/')
              order by grid_key
              limit 1)
            select case level when 3 then 'GRID' when 2 then 'COMMUNITY' else 'STREET' end as place, g.id, g.grid_key
            from grid g left join home on true
            where g.id in (home.id, home.parent_id) or g.code = '999999001000'
            """;

    /// Of several the one who has the most in hand.
    private static final String MEMBER = """
            select s.member_id
            from assignment s
            left join issue i on i.lead_member_id = s.member_id and i.closed_at is null
            where s.grid_id = ? and s.role = ? and s.during @> ?
              and not exists (select from account a where a.member_id = s.member_id)
            group by s.member_id
            order by count(i.id) desc, s.member_id
            limit 1
            """;

    /// An adult with a phone: of all these the one for whom most was reported.
    private static final String RESIDENT = """
            select r.id
            from resident r
            left join issue i on i.on_behalf_of = r.id
            where r.grid_key >= ? and r.grid_key < left(?, -1) || '/' and r.status = 'ACTIVE'
              and r.birth_on <= ? and r.phone_cell is not null
              and not exists (select from account a where a.resident_id = r.id)
            group by r.id
            order by count(i.id) desc, r.id
            limit 1
            """;

    private static final String ACCOUNT = """
            insert into account (name, kind, member_id, resident_id, password, is_demo)
            values (?, ?, ?, ?, ?, true)
            on conflict (name) do nothing
            returning id
            """;

    private static final String GRANT = """
            insert into account_grant (account_id, role, grid_id, grid_key, from_at, given_by, reason)
            values (?, ?, ?, ?, now(), 'demo', 'the demo street')
            returning id
            """;

    /// The resident's own record has it too: else the account would not be theirs any more.
    private static final String PHONE = """
            with recorded as (
              update resident set phone_cell = ?, phone_index = ?, phone_mask = ? where id = ? returning id)
            insert into account_phone (account_id, phone_cell, phone_index, phone_mask, bound_at)
            select ?, ?, ?, ?, now() from recorded
            returning account_id
            """;

    private final Connection connection;
    private final Keyring keyring;
    private final LocalDate today;
    private final Map<Place, Spot> spots = new EnumMap<>(Place.class);

    private record Spot(@Nullable UUID id, String key) {}

    private DemoDesk(Connection connection, Keyring keyring, LocalDate today) {
        this.connection = connection;
        this.keyring = keyring;
        this.today = today;
        spots.put(Place.EVERYWHERE, new Spot(null, ""));
    }

    static DemoDesk at(Connection connection, Keyring keyring, LocalDate today) throws SQLException {
        var desk = new DemoDesk(connection, keyring, today);
        try (var statement = connection.createStatement();
                var found = statement.executeQuery(PLACES)) {
            while (found.next()) {
                desk.spots.put(
                        Place.valueOf(found.getString("place")),
                        new Spot(found.getObject("id", UUID.class), found.getString("grid_key")));
            }
        }
        return desk;
    }

    /// Opens the account, unless somebody else has its name or nobody lives on the street.
    void open(DemoAccount account, String hash) throws SQLException {
        var spot = spots.get(account.place());
        if (spot == null) {
            return;
        }
        if (account.role() == Role.RESIDENT) {
            openForResident(account, spot, hash);
            return;
        }
        var member = account.service() == null ? null : first(MEMBER, spot.id(), account.service(), today);
        var id = first(ACCOUNT, account.signInName(), "STAFF", member, null, hash);
        if (id != null && member == null) {
            first(GRANT, id, account.role().name(), spot.id(), spot.key());
        }
    }

    private void openForResident(DemoAccount account, Spot spot, String hash) throws SQLException {
        var resident = first(RESIDENT, spot.key(), spot.key(), today.minusYears(OF_AGE));
        var id = first(ACCOUNT, account.signInName(), "RESIDENT", null, resident, hash);
        if (id == null || resident == null) {
            return;
        }
        var phone = DemoAccounts.PHONE;
        var mask = Personal.phone(phone).display();
        first(
                PHONE,
                keyring.seal(phone, new CellPlace("resident.phone", resident)),
                keyring.index("resident.phone", phone),
                mask,
                resident,
                id,
                keyring.seal(phone, new CellPlace("account.phone", id)),
                keyring.index("account.phone", phone),
                mask);
    }

    /// The first column of the first row.
    private @Nullable UUID first(String sql, @Nullable Object... parameters) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (var found = statement.executeQuery()) {
                return found.next() ? found.getObject(1, UUID.class) : null;
            }
        }
    }
}
