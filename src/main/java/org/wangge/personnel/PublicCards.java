package org.wangge.personnel;

import java.util.Collection;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.access.StaffCard;
import org.wangge.access.StaffCards;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import reactor.core.publisher.Flux;

/// What anybody may know of a member. A card that is not public shows the department only.
@Component
class PublicCards implements StaffCards {
    private final DatabaseClient database;

    PublicCards(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<StaffCard> of(Collection<UUID> members) {
        return database.sql("""
                        select m.id,
                               case when m.card_is_public then m.card_no end as number,
                               case when m.card_is_public then m.card_title end as title,
                               d.name as department
                        from member m
                        left join department d on d.id = m.department_id
                        where m.id = any(:ids)""")
                .bind("ids", Batch.ids(members))
                .map(row -> new StaffCard(
                        Rows.uuid(row, "id"),
                        row.get("number", String.class),
                        row.get("title", String.class),
                        row.get("department", String.class)))
                .all();
    }
}
