package org.wangge.issue.flow;

import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.geometric.PGpoint;
import org.wangge.file.AttachmentId;
import org.wangge.grid.CoordinateSystem;
import org.wangge.grid.PointInput;
import org.wangge.issue.evidence.CauseCode;
import org.wangge.issue.evidence.ContactMeans;
import org.wangge.issue.evidence.EvidenceInput;
import org.wangge.issue.evidence.EvidenceKind;

/// Gives the evidence of a case again, with a photo where there has to be one.
final class ProofAgain {
    private static final Set<EvidenceKind> SEEN = Set.of(EvidenceKind.SCENE, EvidenceKind.RESULT);

    /// All that was given at the time of a line.
    List<EvidenceInput> of(CommandsAgain.Told told, Written line) {
        return told.rows("issue_evidence", line, "at").stream()
                .map(row -> input(told, row))
                .toList();
    }

    private static EvidenceInput input(CommandsAgain.Told told, Written row) {
        var kind = row.one("kind", EvidenceKind.class);
        var needsPhoto = SEEN.contains(kind) && row.has("location");
        return new EvidenceInput(
                kind,
                row.maybe("text"),
                needsPhoto ? List.of(photo(told.connection(), row.text("actor"))) : null,
                point(row),
                row.at("taken_at"),
                row.maybe("contacted"),
                row.maybe("means", ContactMeans.class),
                null,
                row.maybe("cause", CauseCode.class),
                row.has("recurs") ? row.is("recurs") : null,
                row.maybe("prevention"));
    }

    private static @Nullable PointInput point(Written row) {
        return row.cells().get("location") instanceof PGpoint point
                ? new PointInput(point.x, point.y, CoordinateSystem.CGCS2000)
                : null;
    }

    private static AttachmentId photo(Connection connection, String owner) {
        var id = UUID.randomUUID();
        Written.write(connection, """
                insert into attachment (id, owner, name, media_type, size, sha256, sent_sha256, storage_key,
                                        has_thumbnail, uploaded_at)
                select '%1$s', '%2$s', 'photo.jpg', 'image/jpeg', 1000, sha256('%1$s'), sha256('%1$s'), '%1$s', false, now()""".formatted(id, owner));
        return new AttachmentId(id);
    }
}
