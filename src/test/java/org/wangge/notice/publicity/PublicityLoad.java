package org.wangge.notice.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.wangge.graphql.GlobalId;
import org.wangge.town.Answer;
import org.wangge.town.Awaited;
import org.wangge.town.Deeds;
import org.wangge.town.Graph;
import org.wangge.town.StreetTest;
import org.wangge.town.Tables;
import org.wangge.town.TestPostgres;

/// A notice to all 66,473 residents of the demo street, 10,000 of them with an account: prints how long it takes
/// to publish it, to count whom it reached, to list whom nobody has told, and until word has gone round.
/// `mvn test -Dtest=PublicityLoad -Dwangge.load=true`
@StreetTest
@EnabledIfSystemProperty(named = "wangge.load", matches = "true")
class PublicityLoad {
    private static final int ACCOUNTS = 10_000;
    private static final String REACH =
            "query($id: ID!) { policyReach(noticeId: $id) { addressedCount unreachedCount offlineCount } }";
    private static final String LEFT =
            "query($id: ID!) { policyAddressees(noticeId: $id, filter: {isReached: false}, first: 100) { nodes { resident { name { display } } } } }";

    @Autowired
    Graph graph;

    @Autowired
    Announcer announcer;

    @Test
    void toTheWholeStreet() {
        TestPostgres.execute(
                graph.database(),
                "insert into account (kind, resident_id) select 'RESIDENT', r.id from resident r"
                        + " where not exists (select 1 from account a where a.resident_id = r.id) order by r.id limit "
                        + ACCOUNTS);
        var street = graph.ask("{ grid(by: {code: \"999999001000\"}) { id } }").text("grid.id");
        var deeds = new Deeds(graph);

        for (int i = 0; i < 3; i++) {
            var id = deeds.done(
                            "draftPolicyNotice",
                            "notice { id }",
                            Map.of(
                                    "gridId",
                                    street,
                                    "title",
                                    "停水通知",
                                    "body",
                                    "周六全天停水。",
                                    "audience",
                                    Map.of("isForResidents", true)))
                    .text("done.notice.id");
            var published = timed(
                    "publish",
                    () -> deeds.done(
                            "publishPolicyNotice", "notice { id }", Map.of("noticeId", id, "expectedVersion", 1)));
            var reach = timed("reach", () -> graph.ask(REACH, Map.of("id", id)));
            timed("left", () -> graph.ask(LEFT, Map.of("id", id)));
            var from = System.nanoTime();
            var parts = Awaited.the(announcer.announce(), Duration.ofMinutes(2));
            print("word in " + parts + " parts", from);

            assertThat(Deeds.outcome(published)).isEqualTo("DONE");
            assertThat(reach.list("policyReach[*].addressedCount", Integer.class)
                            .getFirst())
                    .isEqualTo(66_473);
            assertThat(Tables.number(
                            graph.database(),
                            "select count(*) from notification where subject_id = '%s'".formatted(uuid(id))))
                    .isGreaterThanOrEqualTo(ACCOUNTS);
        }
    }

    private static Answer timed(String what, Supplier<Answer> work) {
        var from = System.nanoTime();
        var answer = work.get();
        print(what, from);
        assertThat(answer.errors()).isEqualTo(List.of());
        return answer;
    }

    private static void print(String what, long from) {
        System.out.printf(
                "== %s: %d ms%n",
                what, Duration.ofNanos(System.nanoTime() - from).toMillis());
    }

    private static UUID uuid(String id) {
        return GlobalId.decode(PolicyNoticeId.TYPE, id);
    }
}
