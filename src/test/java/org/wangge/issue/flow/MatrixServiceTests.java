package org.wangge.issue.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import org.wangge.refusal.FlowRefusal;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Refused;
import org.wangge.town.ApiTest;
import org.wangge.town.Awaited;
import org.wangge.town.Graph;
import reactor.core.publisher.Mono;

/// What is not in the table is refused by the server, and nothing is written.
@ApiTest
@TestPropertySource(properties = {"test.town=matrix", "wangge.clock.scan=1h"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixServiceTests {
    @Autowired
    Graph graph;

    @Autowired
    FlowService service;

    @Autowired
    Desk desk;

    @Autowired
    Cases cases;

    @Autowired
    ActionsController actions;

    @Autowired
    Clock clock;

    private final Map<IssueStatus, IssueId> issues = new EnumMap<>(IssueStatus.class);
    private final Script script = new Script(new Random(4));

    private FlowDatabase database() {
        return new FlowDatabase(graph.database());
    }

    @BeforeAll
    void anIssueInEachState() {
        for (var somebody : Somebody.values()) {
            database().member(somebody.memberId(), "null");
        }
        for (var status : IssueStatus.values()) {
            issues.put(status, database().issue(status));
        }
    }

    @Test
    void everyMoveFromAStateThatItDoesNotLeaveIsRefusedAndChangesNothing() {
        var before = database().digest();
        for (var move : commands()) {
            for (var status : IssueStatus.values()) {
                if (!SpecifiedMove.from(status).contains(move)) {
                    var allowed =
                            SpecifiedMove.from(status).stream().map(Enum::name).toList();
                    for (var somebody : List.of(Somebody.SUPERVISION, Somebody.LEAD, Somebody.REPORTER)) {
                        assertThat(refusal(move, status, somebody))
                                .as("%s %s by %s", status, move, somebody)
                                .isEqualTo(new FlowRefusal.MoveNotAllowed(move.name(), status.name(), allowed));
                    }
                }
            }
            assertThat(database().digest()).as(move.name()).isEqualTo(before);
        }
    }

    @Test
    void everyMoveByEverybodyWhoIsNotInTheTableIsRefusedAndChangesNothing() {
        var before = database().digest();
        for (var move : commands()) {
            for (var status : IssueStatus.values()) {
                var who = SpecifiedMove.who(move, status);
                for (var somebody : seeing()) {
                    var isMeant = who.stream()
                            .anyMatch(somebody.parties(Sample.of(status).isInHand())::contains);
                    if (!who.isEmpty() && !isMeant) {
                        assertThat(refusal(move, status, somebody))
                                .as("%s %s by %s", status, move, somebody)
                                .isEqualTo(new FlowRefusal.NotYourMove(
                                        move.name(),
                                        who.stream().map(Enum::name).toList()));
                    }
                }
            }
            assertThat(database().digest()).as(move.name()).isEqualTo(before);
        }
    }

    @Test
    void whoeverDoesNotSeeItIsToldOfNothingAndChangesNothing() {
        var before = database().digest();
        for (var status : IssueStatus.values()) {
            for (var move : commands()) {
                for (var somebody : List.of(Somebody.ALL_ELSEWHERE, Somebody.STRANGER)) {
                    assertThat(failure(service.carryOut(action(move, status, somebody), somebody.viewer())))
                            .as("%s %s by %s", status, move, somebody)
                            .isInstanceOfSatisfying(
                                    Fault.class,
                                    fault -> assertThat(fault.code()).isEqualTo(FaultCode.NOT_FOUND));
                }
            }
        }
        assertThat(database().digest()).isEqualTo(before);
    }

    /// Both ways: what they say is refused is refused with the same words, and what they allow is not
    /// refused for where the issue stands or for who asks.
    @Test
    void theActionsOfAnIssueSayWhatTheCommandSays() {
        var now = clock.instant();
        for (var status : IssueStatus.values()) {
            for (var somebody : seeing()) {
                var file = Awaited.the(cases.read(issues.get(status), somebody.viewer()));
                var said = Awaited.the(actions.actions(file.issue(), somebody.viewer()));
                assertThat(said.stream().map(ActionsController.IssueAction::move))
                        .isEqualTo(commands());
                for (var action : said) {
                    var given =
                            failure(desk.decide(action(action.move(), status, somebody), file, somebody.viewer(), now));
                    var refusal = given instanceof Refused refused ? refused.refusal() : null;
                    assertThat(action.allowed()).isEqualTo(action.refusal() == null);
                    // Who serves no grid by the register is known only when they try.
                    var isAboutTheInput = action.move() == Move.SELF_HANDLE
                            || !(refusal instanceof FlowRefusal.MoveNotAllowed)
                                    && !(refusal instanceof FlowRefusal.NotYourMove);
                    assertThat(
                                    action.allowed()
                                            ? isAboutTheInput
                                            : action.refusal().equals(refusal))
                            .as("%s %s by %s: %s, not %s", status, action.move(), somebody, refusal, action.refusal())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void theWorkflowThatClientsReadIsTheTableOfTheSpecification() {
        var answer = graph.ask("{ issueWorkflow { move lines { from to who guards } } }");
        var read = new HashSet<String>();
        for (var i = 0; i < Move.values().length; i++) {
            var move = answer.text("issueWorkflow[" + i + "].move");
            for (var line = 0; line < Move.valueOf(move).lines().size(); line++) {
                var at = "issueWorkflow[" + i + "].lines[" + line + "].";
                read.add(move
                        + Stream.of("from", "who", "to", "guards")
                                .map(column -> answer.texts(at + column + "[*]").stream()
                                        .sorted()
                                        .toList())
                                .toList());
            }
        }
        var specified = new HashSet<String>();
        SpecifiedMove.ALL.forEach(line -> specified.add(line.move().name()
                + Stream.of(line.from(), line.who(), line.to(), line.guards())
                        .map(column -> column.stream().map(Enum::name).sorted().toList())
                        .toList()));
        assertThat(read).isEqualTo(specified);
    }

    /// Those in whose sight the issue is.
    private static List<Somebody> seeing() {
        var unseeing = Set.of(Somebody.ALL_ELSEWHERE, Somebody.STRANGER, Somebody.CODE_HOLDER, Somebody.SERVER_CLOCK);
        return Arrays.stream(Somebody.values())
                .filter(somebody -> !unseeing.contains(somebody))
                .toList();
    }

    private static List<Move> commands() {
        return Arrays.stream(Move.values()).filter(move -> move != Move.REPORT).toList();
    }

    private @Nullable Refusal refusal(Move move, IssueStatus status, Somebody somebody) {
        var given = failure(service.carryOut(action(move, status, somebody), somebody.viewer()));
        return given instanceof Refused refused ? refused.refusal() : null;
    }

    private static @Nullable Throwable failure(Mono<?> command) {
        var failures = new ArrayList<Throwable>();
        Awaited.the(command.thenReturn(true).onErrorResume(failure -> {
            failures.add(failure);
            return Mono.just(false);
        }));
        return failures.isEmpty() ? null : failures.getFirst();
    }

    private Action action(Move move, IssueStatus status, Somebody somebody) {
        var sample = Sample.of(status);
        sample.id = issues.get(status);
        sample.version = 1;
        return script.action(
                move, sample.file(), List.copyOf(issues.values()), clock.instant(), somebody == Somebody.SERVER_CLOCK);
    }
}
