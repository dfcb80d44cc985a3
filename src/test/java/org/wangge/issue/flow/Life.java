package org.wangge.issue.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.issue.Party;
import org.wangge.issue.clock.DuePoint;
import org.wangge.issue.clock.IssueClock;
import org.wangge.issue.evidence.Evidence;
import org.wangge.issue.evidence.EvidenceKind;
import org.wangge.issue.reply.ReplyKind;

/// An issue in a [World]: what the database would keep of it, in lists.
final class Life {
    record Past(
            int seq,
            Move move,
            int round,
            Party as,
            @Nullable IssueStatus from,
            IssueStatus to,
            String actor,
            Instant at) {}

    record Asked(
            int round,
            int no,
            @Nullable PauseKind kind,
            @Nullable Instant until,
            @Nullable Boolean isAgreed,
            boolean isEnded) {}

    record Merged(UUID into, Instant at, IssueStatus before) {}

    record Sent(int round, ReplyKind kind) {}

    Issue issue;
    final String reporter;
    final List<Past> past = new ArrayList<>();
    final Map<UUID, WorkOrder> orders = new LinkedHashMap<>();
    final Map<UUID, IssueClock> clocks = new LinkedHashMap<>();
    final List<Evidence> evidence = new ArrayList<>();
    final Map<Integer, Set<EvidenceKind>> waived = new HashMap<>();
    final List<Asked> pauses = new ArrayList<>();
    final List<Asked> extensions = new ArrayList<>();
    final Map<UUID, Integer> called = new HashMap<>();
    final Set<Integer> drafted = new HashSet<>();
    final List<Sent> replies = new ArrayList<>();
    final Set<Integer> rated = new HashSet<>();
    final List<Past> callbacks = new ArrayList<>();
    final List<Merged> merges = new ArrayList<>();
    final int[] numbers = new int[2];

    Life(Issue issue, String reporter, Instant now, Party as) {
        this.issue = issue;
        this.reporter = reporter;
        past.add(new Past(1, Move.REPORT, 1, as, null, IssueStatus.REPORTED, reporter, now));
    }

    int round() {
        return issue.round();
    }

    CaseFile file(Player player, World world) {
        return new CaseFile(
                issue,
                reporter,
                circumstances(player, world),
                orders.values().stream()
                        .filter(order -> order.round() == round())
                        .sorted(Comparator.comparing(WorkOrder::seq))
                        .toList(),
                clocks.values().stream()
                        .filter(clock -> clock.round() == round())
                        .toList(),
                evidenceOfRound(),
                waived.getOrDefault(round(), Set.of()));
    }

    List<Evidence> evidenceOfRound() {
        return evidence.stream().filter(one -> one.round() == round()).toList();
    }

    Set<String> handlers() {
        return past.stream()
                .filter(one -> one.round == round() && one.as.isHandler())
                .map(Past::actor)
                .collect(Collectors.toSet());
    }

    private Set<String> handlersOf(List<Life> parts) {
        return Stream.concat(
                        handlers().stream(),
                        parts.stream()
                                .flatMap(part -> part.past.stream())
                                .filter(one -> one.as.isHandler())
                                .map(Past::actor))
                .collect(Collectors.toSet());
    }

    List<WorkOrder> active() {
        return orders.values().stream().filter(WorkOrder::isActive).toList();
    }

    List<IssueClock> open(DuePoint point) {
        return clocks.values().stream()
                .filter(clock -> clock.point() == point && clock.isOpen())
                .toList();
    }

    @Nullable
    Past last(Predicate<Past> which) {
        return past.reversed().stream().filter(which).findFirst().orElse(null);
    }

    private int count(Predicate<Past> which) {
        return (int) past.stream().filter(which).count();
    }

    private static @Nullable Asked one(List<Asked> all, Predicate<Asked> which) {
        return all.stream().filter(which).findFirst().orElse(null);
    }

    private Circumstances circumstances(Player player, World world) {
        var extension = one(extensions, one -> one.round == round() && one.isAgreed == null);
        var asked = one(pauses, one -> one.round == round() && one.isAgreed == null);
        var open = one(pauses, one -> one.round == round() && Boolean.TRUE.equals(one.isAgreed) && !one.isEnded);
        var rejected = last(one -> one.move == Move.REJECT);
        var urged = last(
                one -> one.move == Move.URGE && one.actor.equals(player.viewer().actor()));
        var submitted = last(one -> one.move == Move.SUBMIT_RESULT);
        var call = callbacks.reversed().stream()
                .filter(one -> one.round == round())
                .findFirst()
                .orElse(null);
        var merged = issue.status() == IssueStatus.MERGED ? merges.getLast() : null;
        var parts = world.partsOf(this);
        return new Circumstances(
                1,
                player.department(),
                handlersOf(parts),
                extension == null ? null : extension.no,
                (int) extensions.stream()
                        .filter(one -> one.round == round() && Boolean.TRUE.equals(one.isAgreed))
                        .count(),
                extension == null ? null : extension.until,
                asked == null ? null : asked.no,
                open == null ? null : open.no,
                open == null ? null : open.kind,
                (int) pauses.stream()
                        .filter(one -> one.round == round() && one.kind == PauseKind.WAIT_REPORTER)
                        .count(),
                count(one -> one.move == Move.REOPEN && one.as == Party.REPORTER),
                count(one -> one.move == Move.OBJECT_REJECTION) > 0,
                rejected == null ? null : rejected.at,
                rejected == null ? null : rejected.actor,
                urged == null ? null : urged.at,
                submitted != null && last(one -> one.move == Move.VERIFY && one.seq > submitted.seq) != null,
                parts.size(),
                (int) parts.stream()
                        .filter(part -> part.issue.status().isOpen())
                        .count(),
                merged == null ? null : merged.at,
                merged == null ? null : merged.before,
                null,
                world.joined(this),
                world.isWholeEnded(this),
                rated.contains(round()),
                (int) callbacks.stream().filter(one -> one.round == round()).count(),
                call == null ? null : call.at,
                player.department() != null && Integer.valueOf(round()).equals(called.get(player.department())),
                drafted.contains(round()),
                world.waitingFor(this),
                new Circumstances.LastNumbers(
                        number(pauses), number(extensions), numbers[0], numbers[1], merges.size()));
    }

    private int number(List<Asked> all) {
        return all.stream()
                .filter(one -> one.round == round())
                .mapToInt(Asked::no)
                .max()
                .orElse(0);
    }

    void replace(List<Asked> all, int no, @Nullable Boolean isAgreed, boolean isEnded) {
        all.replaceAll(one -> one.round == round() && one.no == no
                ? new Asked(one.round, no, one.kind, one.until, isAgreed == null ? one.isAgreed : isAgreed, isEnded)
                : one);
    }

    void judge(Set<EvidenceKind> kinds, boolean isAccepted) {
        evidence.replaceAll(one -> one.round() == round()
                        && kinds.contains(one.kind())
                        && (isAccepted ? one.accepted() == null : one.stands())
                ? Laws.judged(one, isAccepted)
                : one);
    }

    void start(DuePoint point, int round, Instant now) {
        var no = (int) clocks.values().stream()
                        .filter(clock -> clock.round() == round && clock.point() == point)
                        .count()
                + 1;
        var due = now.plus(Duration.ofHours(8L * (1 + point.ordinal())));
        put(new IssueClock(
                UUID.randomUUID(),
                issue.id(),
                round,
                point,
                no,
                false,
                now,
                due,
                due,
                null,
                null,
                null,
                null,
                Duration.ZERO));
    }

    void put(IssueClock clock) {
        clocks.put(clock.id(), clock);
    }

    /// The open clocks of the points in a round, all when there are none.
    List<IssueClock> open(Set<DuePoint> points, int round) {
        var wanted = points.isEmpty() ? EnumSet.allOf(DuePoint.class) : points;
        return clocks.values().stream()
                .filter(clock -> clock.round() == round && clock.isOpen() && wanted.contains(clock.point()))
                .toList();
    }
}
