package org.wangge.issue.evidence;

import static org.wangge.issue.evidence.EvidenceKind.ANALYSIS;
import static org.wangge.issue.evidence.EvidenceKind.PERSON;
import static org.wangge.issue.evidence.EvidenceKind.RESULT;

import java.util.EnumSet;
import java.util.Set;
import org.wangge.issue.IssueType;

/// Which of the five an issue needs, by its type: questions and suggestions have no scene.
public final class EvidencePolicy {
    private EvidencePolicy() {}

    /// Praise needs that the person praised was told, which is its result, and nobody need be met
    /// for it: who praises has said all there is to say, and often wants no call.
    public static Set<EvidenceKind> required(IssueType type) {
        return switch (type) {
            case DEMAND, COMPLAINT, REPORT, INCIDENT, DISPUTE, HAZARD -> EnumSet.allOf(EvidenceKind.class);
            case CONSULTATION -> EnumSet.of(PERSON, RESULT);
            case SUGGESTION -> EnumSet.of(PERSON, RESULT, ANALYSIS);
            case PRAISE -> EnumSet.of(RESULT);
        };
    }
}
