package org.wangge.issue.evidence;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.wangge.issue.IssueType;

/// How an issue stands with the five sees (五个见) that it needs, in their order.
public record FiveSees(List<See> kinds) {
    public FiveSees {
        kinds = List.copyOf(kinds);
    }

    /// One kind that is needed.
    public record See(EvidenceKind kind, EvidenceStanding standing) {}

    /// @param evidence of one round
    public static FiveSees of(IssueType type, Collection<Evidence> evidence, Set<EvidenceKind> waived) {
        return new FiveSees(EvidencePolicy.required(type).stream()
                .sorted()
                .map(kind -> new See(kind, standing(kind, evidence, waived)))
                .toList());
    }

    /// What must still be given before a result may be submitted.
    public Set<EvidenceKind> missing() {
        return having(EnumSet.of(EvidenceStanding.MISSING, EvidenceStanding.FAILED));
    }

    /// What must still be accepted before the issue may be closed.
    public Set<EvidenceKind> unaccepted() {
        return having(EnumSet.complementOf(EnumSet.of(EvidenceStanding.ACCEPTED, EvidenceStanding.WAIVED)));
    }

    public int requiredCount() {
        return kinds.size();
    }

    /// How many are accepted; what was waived was not seen.
    public int acceptedCount() {
        return having(EnumSet.of(EvidenceStanding.ACCEPTED)).size();
    }

    private Set<EvidenceKind> having(Set<EvidenceStanding> standings) {
        return kinds.stream()
                .filter(see -> standings.contains(see.standing()))
                .map(See::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EvidenceKind.class)));
    }

    private static EvidenceStanding standing(
            EvidenceKind kind, Collection<Evidence> evidence, Set<EvidenceKind> waived) {
        var given = evidence.stream().filter(one -> one.kind() == kind).toList();
        if (given.stream().anyMatch(one -> Boolean.TRUE.equals(one.accepted()))) {
            return EvidenceStanding.ACCEPTED;
        }
        if (waived.contains(kind)) {
            return EvidenceStanding.WAIVED;
        }
        if (given.stream().anyMatch(Evidence::stands)) {
            return EvidenceStanding.PRESENT;
        }
        return given.isEmpty() ? EvidenceStanding.MISSING : EvidenceStanding.FAILED;
    }
}
