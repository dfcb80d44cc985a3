package org.wangge.issue.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.issue.clock.DuePoint;
import org.wangge.issue.clock.IssueClock;
import org.wangge.issue.evidence.Evidence;
import org.wangge.issue.evidence.EvidencePolicy;
import org.wangge.issue.reply.ReplyKind;

/// What holds of every issue after every command: the invariants of `domain.md` §10.
final class Laws {
    private static final Set<IssueStatus> IN_HAND =
            EnumSet.of(IssueStatus.DISPATCHED, IssueStatus.IN_PROGRESS, IssueStatus.HANDLED, IssueStatus.SUSPENDED);
    private static final Set<IssueStatus> ENDED =
            EnumSet.of(IssueStatus.EVALUATED, IssueStatus.REJECTED, IssueStatus.WITHDRAWN);

    private Laws() {}

    static void hold(World world) {
        world.lives.values().forEach(life -> hold(life, world));
    }

    static void hold(Life life, World world) {
        history(life);
        orders(life);
        clocks(life);
        merging(life, world);
        if (life.issue.status() == IssueStatus.CLOSED || life.issue.status() == IssueStatus.EVALUATED) {
            closed(life);
        }
    }

    /// Gap-free, each line a line of the table, and the status what the lines lead to.
    private static void history(Life life) {
        IssueStatus status = null;
        var round = 1;
        for (var i = 0; i < life.past.size(); i++) {
            var line = life.past.get(i);
            round += line.move() == Move.REOPEN ? 1 : 0;
            var isLegal = line.seq() == i + 1
                    && line.from() == status
                    && line.round() == round
                    && line.move().leads(status, line.to())
                    && (status != IssueStatus.MERGED || line.move() == Move.UNMERGE);
            if (!isLegal) {
                throw new AssertionError("not a line of the table: " + line + " in " + life.past);
            }
            status = line.to();
        }
        assertThat(life.issue.status()).isEqualTo(status);
        assertThat(life.issue.round()).isEqualTo(round);
        assertThat(life.issue.version()).isEqualTo(life.past.size());
    }

    private static void orders(Life life) {
        var active = life.active();
        var leads = active.stream().filter(WorkOrder::isLead).toList();
        assertThat(leads.size()).as("leads").isLessThanOrEqualTo(1);
        assertThat(!active.isEmpty())
                .as("orders in " + life.issue.status())
                .isEqualTo(IN_HAND.contains(life.issue.status()));
        assertThat(leads.isEmpty()).as("lead among " + active).isEqualTo(active.isEmpty());
        assertThat(active).allMatch(order -> order.round() == life.round());
        assertThat(life.orders.values().stream().map(order -> order.round() + "." + order.seq()))
                .doesNotHaveDuplicates();
        if (life.issue.status() == IssueStatus.IN_PROGRESS) {
            assertThat(leads).allMatch(order -> order.status() == OrderStatus.SIGNED);
        }
    }

    /// What is waited for has one clock that runs, and nothing else has.
    private static void clocks(Life life) {
        var open = life.clocks.values().stream().filter(IssueClock::isOpen).toList();
        if (open.stream().map(IssueClock::point).distinct().count() < open.size()
                || open.stream().anyMatch(clock -> clock.round() != life.round())) {
            throw new AssertionError("open clocks in " + life.issue.status() + ": " + open);
        }
        var status = life.issue.status();
        if (ENDED.contains(status)) {
            assertThat(open).as("clocks of what is " + status).isEmpty();
        }
        var paused = open.stream().filter(clock -> clock.pausedSince() != null).collect(Collectors.toSet());
        switch (status) {
            case REPORTED -> assertThat(life.open(DuePoint.ACCEPT)).hasSize(1);
            case DISPATCHED -> assertThat(life.open(DuePoint.SIGN)).hasSize(1);
            case RETURNED -> assertThat(life.open(DuePoint.DISPATCH)).hasSize(1);
            case HANDLED -> assertThat(life.open(DuePoint.VERIFY)).hasSize(1);
            case IN_PROGRESS, ACCEPTED -> {}
            default -> {}
        }
        if (IN_HAND.contains(status) && status != IssueStatus.HANDLED || status == IssueStatus.ACCEPTED) {
            assertThat(life.open(DuePoint.HANDLE).size()
                            + life.open(DuePoint.REWORK).size())
                    .as("clocks of the work in " + status)
                    .isEqualTo(1);
        }
        switch (status) {
            case SUSPENDED ->
                assertThat(open.stream().filter(clock -> Handling.WORK.contains(clock.point())))
                        .allMatch(paused::contains);
            case MERGED -> assertThat(open).allMatch(paused::contains);
            default -> assertThat(paused).as("paused in " + status).isEmpty();
        }
    }

    private static void merging(Life life, World world) {
        assertThat(life.issue.mergedInto() != null).isEqualTo(life.issue.status() == IssueStatus.MERGED);
        var seen = new HashSet<IssueId>();
        for (var next = life.issue;
                next.mergedInto() != null;
                next = world.lives.get(next.mergedInto().value()).issue) {
            assertThat(seen.add(next.id())).as("merged in a circle").isTrue();
        }
    }

    private static void closed(Life life) {
        var close = Objects.requireNonNull(life.last(line -> line.move() == Move.CLOSE));
        assertThat(close.round()).isEqualTo(life.round());
        var missing = EnumSet.noneOf(org.wangge.issue.evidence.EvidenceKind.class);
        missing.addAll(EvidencePolicy.required(life.issue.type()));
        missing.removeAll(life.waived.getOrDefault(life.round(), Set.of()));
        life.evidenceOfRound().stream()
                .filter(one -> Boolean.TRUE.equals(one.accepted()))
                .forEach(one -> missing.remove(one.kind()));
        assertThat(missing).as("evidence that nobody accepted").isEmpty();
        assertThat(life.replies.stream()
                        .filter(sent -> sent.round() == life.round() && sent.kind() != ReplyKind.REJECTION))
                .hasSize(1);
        assertThat(life.issue.outcome()).isNotNull();
        assertThat(life.issue.closedAt()).isEqualTo(close.at());
        if (life.replies.stream().noneMatch(sent -> sent.round() == life.round() && sent.kind() == ReplyKind.DIRECT)) {
            verified(life, close);
        }
    }

    /// By nobody who had a hand in it until then (办核分离).
    private static void verified(Life life, Life.Past close) {
        var handlers = new HashSet<String>();
        for (var line : life.past) {
            if (line.round() == life.round() && line.as().isHandler()) {
                handlers.add(line.actor());
            }
            var isVerified = line.move() == Move.CLOSE || line.move() == Move.VERIFY;
            if (line.round() == life.round() && isVerified && handlers.contains(line.actor())) {
                throw new AssertionError("verified by a handler: " + line);
            }
        }
        assertThat(life.orders.values().stream()
                        .filter(order -> order.round() == life.round())
                        .flatMap(WorkOrder::hands)
                        .map(id -> "member:" + id))
                .as("hands")
                .doesNotContain(close.actor());
    }

    /// What each who reported it, or whose report goes on in it, hears at the end.
    static void told(Course course) {
        var issue = course.issue();
        var kinds = course.reporterNotices().stream()
                .map(notice -> notice.kind().name())
                .toList();
        if (issue.parentId() != null) {
            assertThat(kinds).isEmpty();
            return;
        }
        for (var entry : course.entries()) {
            switch (entry.move()) {
                case CLOSE -> assertThat(kinds).contains("ISSUE_REPLIED");
                case REJECT -> assertThat(kinds).contains("ISSUE_REJECTED");
                case MERGE -> assertThat(kinds).contains("ISSUE_MERGED");
                case REOPEN -> assertThat(kinds).contains("ISSUE_REOPENED");
                default -> {}
            }
        }
    }

    /// Somebody can lead it on from where it stands.
    static void goesOn(Life life, World world) {
        if (ENDED.contains(life.issue.status()) || life.issue.status() == IssueStatus.MERGED) {
            return;
        }
        assertThat(Move.from(life.issue.status()).stream()
                        .filter(move -> leaves(life.issue, move))
                        .anyMatch(move -> Player.ALL.stream().anyMatch(player -> world.may(move, player, life))))
                .as("nobody can lead on " + life.past)
                .isTrue();
    }

    private static boolean leaves(Issue issue, Move move) {
        return java.util.Arrays.stream(IssueStatus.values())
                .anyMatch(to -> to != issue.status() && move.leads(issue.status(), to));
    }

    static Evidence judged(Evidence one, boolean isAccepted) {
        return new Evidence(
                one.id(),
                one.issueId(),
                one.round(),
                one.kind(),
                null,
                null,
                null,
                null,
                one.takenAt(),
                null,
                null,
                null,
                null,
                null,
                one.actor(),
                one.at(),
                isAccepted,
                null,
                null);
    }
}
