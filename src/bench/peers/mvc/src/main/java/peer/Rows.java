package peer;

import java.util.List;
import java.util.UUID;

/// What the statements read, and the fields of the schema: public, so that they are read without reflection.
public final class Rows {
    private Rows() {}

    public record Issue(
            UUID id, String title, String status, String urgency, String reportedAt, UUID gridId, UUID leadId) {}

    public record Entry(UUID issueId, String move, String at) {}

    public record Grid(UUID id, String name, UUID parentId) {
        public GridCounts counts() {
            return new GridCounts(id);
        }
    }

    public record GridCounts(UUID gridId) {}

    public record Count(UUID gridId, int amount) {}

    public record Member(UUID id, String name) {}

    public record Total(int amount) {}

    public record IssueConnection(List<Issue> nodes, Total total) {}

    public record IssuePayload(Issue issue) {}
}
