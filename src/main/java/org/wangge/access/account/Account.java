package org.wangge.access.account;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.GlobalId;
import org.wangge.graphql.Node;
import org.wangge.graphql.Rows;

/// What somebody signs in to. Of the person behind it there is no more than the id of a member.
///
/// @param name what staff sign in with; residents have a phone instead
public record Account(
        AccountId id,
        @Nullable String name,
        AccountKind kind,
        @Nullable UUID memberUuid,
        @Nullable Instant disabledAt,
        boolean mustChangePassword,
        boolean hasSecondFactor,
        boolean isDemo,
        Instant createdAt,
        int version)
        implements Node {
    public static final String COLUMNS = """
            a.id, a.name, a.kind, a.member_id, a.disabled_at, a.must_change_password, a.is_demo, a.created_at, a.version,
            exists (select 1 from second_factor f where f.account_id = a.id and f.secret_cell is not null)
              as has_second_factor""";

    /// How an account came to be.
    public enum AccountKind {
        STAFF,
        RESIDENT
    }

    public @Nullable String memberId() {
        return memberUuid == null ? null : GlobalId.encode("member", memberUuid);
    }

    public static Account row(Readable row) {
        return new Account(
                new AccountId(Rows.uuid(row, "id")),
                row.get("name", String.class),
                Rows.constant(row, "kind", AccountKind.class),
                row.get("member_id", UUID.class),
                row.get("disabled_at", Instant.class),
                Rows.get(row, "must_change_password", Boolean.class),
                Rows.get(row, "has_second_factor", Boolean.class),
                Rows.get(row, "is_demo", Boolean.class),
                Rows.get(row, "created_at", Instant.class),
                Rows.number(row, "version"));
    }
}
