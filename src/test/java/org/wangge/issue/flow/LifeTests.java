package org.wangge.issue.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;

/// Sequences of commands by anybody, without a database: what must hold of each issue holds after each of
/// them. Many: `mvn test -Dtest=LifeTests -Dsequences=20000`.
class LifeTests {
    private static final int SEQUENCES = Integer.getInteger("sequences", 15_000);
    private static final int LONGEST = 30;

    private final Map<Move, Integer> made = new EnumMap<>(Move.class);
    private final Map<IssueStatus, Integer> reached = new EnumMap<>(IssueStatus.class);
    private int refused;

    @Test
    void whateverPeopleDoTheLawsHold() {
        for (var seed = 0; seed < SEQUENCES; seed++) {
            live(seed);
        }
        assertThat(made.keySet()).isEqualTo(EnumSet.complementOf(EnumSet.of(Move.REPORT)));
        assertThat(made.values()).as("how often each move was made: " + made).allMatch(times -> times >= 30);
        assertThat(reached.keySet()).isEqualTo(EnumSet.allOf(IssueStatus.class));
        assertThat(refused).isGreaterThan(SEQUENCES);
    }

    private void live(int seed) {
        var random = new Random(seed);
        var script = new Script(random);
        var world = new World();
        for (var i = 0; i <= random.nextInt(5) / 2; i++) {
            world.report(script.issue());
        }
        var story = new ArrayList<String>();
        try {
            for (var i = random.nextInt(3) * random.nextInt(10); i > 0; i--) {
                world.now = world.now.plusSeconds(600);
                var life = world.lives.values().iterator().next();
                step(script.straight(life.file(Player.REPORTER, world)), life, world, script, story);
            }
            for (var i = 0; i < 5 + random.nextInt(LONGEST - 4); i++) {
                world.now = world.now.plus(script.pause());
                var life = script.any(List.copyOf(world.lives.values()));
                step(script.move(life.file(Player.REPORTER, world)), life, world, script, story);
            }
            world.lives.values().forEach(life -> Laws.goesOn(life, world));
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError("seed " + seed + ": " + String.join("\n", story), broken);
        }
    }

    private static List<IssueId> others(World world) {
        return world.lives.values().stream().map(life -> life.issue.id()).toList();
    }

    private void step(Move move, Life life, World world, Script script, List<String> story) {
        var player = script.player(move, life, world);
        var action = script.action(
                move, life.file(Player.REPORTER, world), others(world), world.now, player == Player.TIMER);
        var before = life.issue;
        var course = world.carryOut(action, script.facts(action, life, world), player);
        story.add(world.now + " " + player + " " + move + " " + before.status() + " -> "
                + (course == null ? "refused" : life.issue.status()));
        if (course == null) {
            refused++;
            assertThat(life.issue).isSameAs(before);
            return;
        }
        made.merge(action.move(), 1, Integer::sum);
        reached.merge(life.issue.status(), 1, Integer::sum);
        Laws.told(course);
        Laws.hold(world);
    }
}
