package org.wangge.issue.flow;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.issue.Party;
import org.wangge.issue.clock.OfficialTime;
import org.wangge.refusal.FlowRefusal;
import org.wangge.refusal.Refusal;

/// The workflow against its specification: each state, each command, everybody.
class MatrixTests {
    private static final Guards GUARDS =
            new Guards(OfficialTime.working(), Clock.fixed(Sample.NOW, OfficialTime.SHANGHAI));

    @Test
    void theTableIsTheOneOfTheSpecification() {
        for (var move : Move.values()) {
            var lines = move.lines().stream()
                    .map(line -> new SpecifiedMove(
                            move,
                            Set.copyOf(line.from()),
                            Set.copyOf(line.who()),
                            Set.copyOf(line.to()),
                            Set.copyOf(line.guards())))
                    .collect(toSet());
            assertThat(lines).as(move.name()).isEqualTo(new HashSet<>(SpecifiedMove.of(move)));
        }
    }

    @Test
    void everyStateThatIsNotFinalHasAnExitThatSomebodyCanTake() {
        for (var status : IssueStatus.values()) {
            var isFinal = Set.of(IssueStatus.MERGED, IssueStatus.WITHDRAWN).contains(status);
            var exits = Arrays.stream(Move.values())
                    .filter(move -> move.leavesFrom(status))
                    .filter(move ->
                            Arrays.stream(IssueStatus.values()).anyMatch(to -> to != status && move.leads(status, to)))
                    .filter(move -> move != Move.UNMERGE)
                    .toList();
            assertThat(exits.isEmpty()).as(status.name()).isEqualTo(isFinal);
        }
    }

    @Test
    void whoeverMayNotIsRefusedAndWhoeverMayIsNot() {
        var asked = 0;
        var wrong = new ArrayList<String>();
        for (var status : IssueStatus.values()) {
            for (var move : commands()) {
                for (var somebody : Somebody.values()) {
                    asked++;
                    var file = letting(move, somebody, status).file();
                    var verdict = GUARDS.verdict(move, somebody.actor(), file, Sample.NOW);
                    var expected = expected(move, somebody, status);
                    if (!java.util.Objects.equals(verdict.refusal(), expected)) {
                        wrong.add(
                                status + " " + move + " " + somebody + ": " + verdict.refusal() + ", not " + expected);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(asked).isEqualTo(12 * 36 * Somebody.values().length);
    }

    @Test
    void whoeverMayActsAsThePartyThatTheTableNamesFirst() {
        for (var line : SpecifiedMove.ALL) {
            for (var status : line.from()) {
                for (var somebody : Somebody.values()) {
                    var sample = letting(line.move(), somebody, status);
                    var parties = somebody.parties(sample.isInHand());
                    var verdict = GUARDS.verdict(line.move(), somebody.actor(), sample.file(), Sample.NOW);
                    if (verdict.refusal() == null && line.who().stream().anyMatch(parties::contains)) {
                        assertThat(parties)
                                .as("%s %s %s", status, line.move(), somebody)
                                .contains(verdict.party());
                        assertThat(line.who()).contains(verdict.party());
                    }
                }
            }
        }
    }

    @Test
    void theRightPlaceIsNeededForARoleAndNothingElse() {
        for (var somebody : Somebody.values()) {
            for (var party : Party.values()) {
                for (var status : List.of(IssueStatus.ACCEPTED, IssueStatus.IN_PROGRESS)) {
                    var sample = Sample.of(status);
                    assertThat(somebody.actor().is(party, sample.file()))
                            .as("%s as %s in %s", somebody, party, status)
                            .isEqualTo(somebody.parties(sample.isInHand()).contains(party));
                }
            }
        }
    }

    private static List<Move> commands() {
        return Arrays.stream(Move.values()).filter(move -> move != Move.REPORT).toList();
    }

    private static @Nullable Refusal expected(Move move, Somebody somebody, IssueStatus status) {
        var allowed = SpecifiedMove.from(status);
        if (!allowed.contains(move)) {
            return new FlowRefusal.MoveNotAllowed(move.name(), status.name(), names(allowed));
        }
        var who = SpecifiedMove.who(move, status);
        var parties = somebody.parties(Sample.of(status).isInHand());
        return who.stream().anyMatch(parties::contains)
                ? null
                : new FlowRefusal.NotYourMove(move.name(), names(List.copyOf(who)));
    }

    private static List<String> names(List<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }

    /// Everything about the issue lets this move pass.
    static Sample letting(Move move, Somebody somebody, IssueStatus status) {
        var sample = Sample.of(status);
        switch (move) {
            case GIVE_INFO -> sample.pauseKind = PauseKind.WAIT_REPORTER;
            case RESUME -> sample.pauseKind = PauseKind.FUNDING;
            case DECIDE_SUSPENSION -> sample.pauseAsked = 1;
            case DECIDE_EXTENSION -> {
                sample.extensionAsked = 1;
                sample.extensionsGranted = somebody == Somebody.SUBDISTRICT_LEADER ? 1 : 0;
            }
            default -> {}
        }
        return sample;
    }
}
