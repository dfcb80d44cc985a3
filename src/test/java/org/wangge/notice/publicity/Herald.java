package org.wangge.notice.publicity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wangge.town.Answer;
import org.wangge.town.Awaited;
import org.wangge.town.Deeds;
import org.wangge.town.Graph;
import org.wangge.town.TownAccount;
import org.wangge.town.TownGrid;
import org.wangge.town.TownThing;

/// Whoever publishes notices in the town, and whoever they are for.
final class Herald {
    static final String NOTICE =
            "notice { id status version publishedAt withdrawReason mine { receipt { kind toldBy { id } } } }";

    private final Graph graph;
    private final Announcer announcer;
    private final Deeds deeds;

    Herald(Graph graph, Announcer announcer, TownAccount account) {
        this.graph = graph.as(account);
        this.announcer = announcer;
        this.deeds = new Deeds(this.graph);
    }

    Herald as(TownAccount account) {
        return new Herald(graph, announcer, account);
    }

    Answer draft(TownGrid grid, Map<String, ?> audience) {
        return done(
                "draftPolicyNotice",
                Map.of("gridId", grid.id(), "title", "高龄津贴申领", "body", "年满80周岁可到社区申领。", "audience", audience));
    }

    /// The id of a new draft.
    String drafted(TownGrid grid, Map<String, ?> audience) {
        return draft(grid, audience).text("done.notice.id");
    }

    /// The id of a new notice that is published, and of which word has gone round.
    String published(TownGrid grid, Map<String, ?> audience) {
        var id = drafted(grid, audience);
        step("publishPolicyNotice", id, 1, Map.of());
        Awaited.the(announcer.announce());
        return id;
    }

    Answer step(String command, String id, int version, Map<String, ?> more) {
        Map<String, Object> input = new HashMap<>(Map.of("noticeId", id, "expectedVersion", version));
        input.putAll(more);
        return done(command, input);
    }

    Answer read(String id) {
        return done("readPolicyNotice", Map.of("noticeId", id));
    }

    Answer tell(String id, Map<String, ?> more, TownThing... residents) {
        Map<String, Object> input = new HashMap<>(Map.of(
                "noticeId",
                id,
                "residentIds",
                List.of(residents).stream().map(TownThing::id).toList()));
        input.putAll(more);
        return done("tellPolicyNotice", input);
    }

    Answer done(String command, Map<String, ?> input) {
        return deeds.done(command, NOTICE, input);
    }

    /// Each grid with how many of it were addressed, read, were told, know nothing, and have no account.
    List<String> reach(String id) {
        var answer = graph.ask("""
                query($id: ID!) { policyReach(noticeId: $id) {
                  grid { name } addressedCount readCount toldCount unreachedCount offlineCount } }""", Map.of("id", id));
        return answer.texts("policyReach[*].grid.name").stream()
                .map(name -> {
                    var row = "policyReach[?(@.grid.name == '" + name + "')].";
                    return name
                            + List.of("addressedCount", "readCount", "toldCount", "unreachedCount", "offlineCount")
                                    .stream()
                                    .map(field -> " "
                                            + answer.get(row + field, List.class)
                                                    .getFirst())
                                    .reduce("", String::concat);
                })
                .toList();
    }

    /// Whom it was for, by a filter such as `{isReached: false}`.
    Answer addressees(String id, String filter) {
        return graph.ask("""
                query($id: ID!) { policyAddressees(noticeId: $id, filter: %s, first: 100) { nodes {
                  resident { id name { display value } } member { id } grid { name } isReachableOnline
                  receipt { kind at toldBy { id } } } } }""".formatted(filter), Map.of("id", id));
    }

    boolean sees(String id) {
        return graph.ask("query($id: ID!) { node(id: $id) { id } }", Map.of("id", id))
                .errors()
                .isEmpty();
    }

    static Map<String, Object> everybody() {
        return Map.of("isForResidents", true);
    }
}
