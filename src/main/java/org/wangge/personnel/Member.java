package org.wangge.personnel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Node;

/// A member of the teams that serve the grids (网格队伍). Everybody has a card; not every card is shown.
public record Member(
        MemberId id,
        String name,
        PersonOrigin origin,
        @Nullable DepartmentId departmentId,
        PublicCard card,
        boolean isCardPublic,
        int version)
        implements Node {
    public @Nullable PublicCard publicCard() {
        return isCardPublic ? card : null;
    }

    String cardNo() {
        return card.number();
    }

    @Nullable
    UUID departmentUuid() {
        return departmentId == null ? null : departmentId.value();
    }
}
