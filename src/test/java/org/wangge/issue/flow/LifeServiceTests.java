package org.wangge.issue.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.refusal.Fault;
import org.wangge.refusal.Refused;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import reactor.core.publisher.Mono;

/// A few hundred sequences of commands by anybody at the server itself: what must hold of the tables holds.
@ApiTest
@TestPropertySource(properties = {"test.town=lives", "wangge.clock.scan=1h"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeServiceTests {
    private static final int SEQUENCES = Integer.getInteger("sequences", 200);

    private static final int SEQUENCES_BETWEEN_LOOKS = 20;

    @Autowired
    Graph graph;

    @Autowired
    FlowService service;

    @Autowired
    Guards guards;

    @Autowired
    Cases cases;

    @Autowired
    Clock clock;

    private final Map<Move, Integer> made = new EnumMap<>(Move.class);

    private FlowDatabase database() {
        return new FlowDatabase(graph.database());
    }

    @BeforeAll
    void thePeopleAndALawThatNothingMissedIsForgotten() {
        database().department(Player.OFFICE, "X1");
        database().department(Player.STATION, "X2");
        for (var player : Player.ALL) {
            if (player.viewer().memberId() != null) {
                var department = player.department() == null ? "null" : "'" + player.department() + "'";
                database().member(player.viewer().memberId(), department);
            }
        }
        database().execute("""
                create function keep_breach() returns trigger language plpgsql as $$
                begin
                  raise exception 'a breach was forgotten';
                end $$;
                create trigger keep_breach before update on issue_clock
                for each row when (old.breached_at is not null and new.breached_at is distinct from old.breached_at)
                execute function keep_breach();
                create trigger keep_clock before delete on issue_clock for each row execute function keep_breach()""");
    }

    @Test
    void whateverPeopleDoTheTablesHold() {
        for (var seed = 0; seed < SEQUENCES; seed++) {
            var script = new Script(new Random(seed));
            var issues = new ArrayList<>(List.of(database().issue(IssueStatus.REPORTED, Player.REPORTER)));
            if (script.in(40)) {
                issues.add(database().issue(IssueStatus.REPORTED, Player.REPORTER));
            }
            for (var i = 0; i < 14; i++) {
                step(script, issues);
            }
            if (seed % SEQUENCES_BETWEEN_LOOKS == 0 || seed == SEQUENCES - 1) {
                assertLaws(seed);
            }
        }
        System.out.println(made);
        assertThat(made.keySet())
                .contains(Move.CLOSE, Move.MERGE, Move.UNMERGE, Move.SPLIT, Move.REOPEN, Move.EVALUATE);
    }

    /// Of all issues so far: nothing of an earlier sequence is taken away, so that what broke a law still does.
    private void assertLaws(int seed) {
        for (var law : LawsInSql.ALL.entrySet()) {
            assertThat(database().texts(law.getValue()))
                    .as("%s, up to seed %s", law.getKey(), seed)
                    .isEmpty();
        }
    }

    private void step(Script script, List<IssueId> issues) {
        var now = clock.instant();
        var id = script.any(issues);
        if (script.in(5)) {
            database()
                    .execute(
                            "update issue_clock set due_at = started_at, original_due_at = started_at where is_open and issue_id = '%s'"
                                    .formatted(id.value()));
        }
        var file = Awaited.the(cases.read(id, Actor.TIMER));
        var move = script.move(file);
        var player = player(move, file, script);
        var action = script.action(move, file, issues, now, player == Player.TIMER);
        var isDone = Awaited.the(service.carryOut(action, player.viewer())
                .thenReturn(true)
                .onErrorResume(Refused.class, refused -> Mono.just(false))
                .onErrorResume(Fault.class, fault -> Mono.just(false)));
        if (isDone) {
            made.merge(action.move(), 1, Integer::sum);
        }
    }

    /// Somebody who may, or else anybody.
    private Player player(Move move, CaseFile file, Script script) {
        var able = Player.ALL.stream()
                .filter(player -> guards.verdict(move, Actor.inFront(player.viewer()), file, clock.instant())
                                .refusal()
                        == null)
                .toList();
        return able.isEmpty() || script.in(5) ? script.any(Player.ALL) : script.any(able);
    }
}
