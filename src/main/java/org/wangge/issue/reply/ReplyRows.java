package org.wangge.issue.reply;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import org.wangge.access.Personal;
import org.wangge.graphql.Rows;
import org.wangge.issue.IssueId;

/// How a reply stands in the database; who was talked to is read as its mask only.
final class ReplyRows {
    private ReplyRows() {}

    static Reply row(Readable row) {
        return new Reply(
                Rows.uuid(row, "id"),
                new IssueId(Rows.uuid(row, "issue_id")),
                Rows.number(row, "round"),
                Rows.number(row, "no"),
                Rows.constant(row, "kind", ReplyKind.class),
                row.get("accepted_at", Instant.class),
                Rows.mapped(row, "contacted_mask", String.class, mask -> Personal.masked(mask, "name")),
                Rows.text(row, "measures"),
                Rows.text(row, "result"),
                row.get("promised_on", LocalDate.class),
                Rows.text(row, "unit"),
                Rows.text(row, "appeal"),
                Rows.get(row, "sent_at", Instant.class));
    }
}
