package org.wangge.issue.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.wangge.issue.IssueLevel;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.IssueType;
import org.wangge.issue.Move;
import org.wangge.issue.Party;
import org.wangge.issue.Urgency;
import org.wangge.issue.evidence.EvidenceKind;
import org.wangge.refusal.FlowRefusal;
import org.wangge.refusal.Refusal;
import org.wangge.refusal.Words;

/// What people read when a move is refused is in their words, with no name of the contract in it.
class RefusalWordsTests {
    private static final String NAME_OF_THE_CONTRACT = "(?s).*[A-Z]{2,}.*";

    @Test
    void namesOfTheContractAreToldInTheLanguageOfTheReader() {
        for (var move : Move.values()) {
            for (var status : IssueStatus.values()) {
                isReadable(new FlowRefusal.MoveNotAllowed(move.name(), status.name(), List.of()));
            }
            isReadable(new FlowRefusal.NotYourMove(
                    move.name(), Arrays.stream(Party.values()).map(Enum::name).toList()));
        }
        for (var urgency : Urgency.values()) {
            for (var level : IssueLevel.values()) {
                isReadable(new FlowRefusal.NotAtThisLevel(level.name(), urgency.name()));
            }
            for (var type : IssueType.values()) {
                isReadable(new FlowRefusal.NotForThisType(type.name(), urgency.name()));
            }
        }
        for (var kind : EvidenceKind.values()) {
            isReadable(new FlowRefusal.MissingEvidence(List.of(kind.name())));
            isReadable(new FlowRefusal.EvidenceNotAccepted(List.of(kind.name())));
        }
        for (var why : List.of("CLOSED", "ITSELF", "MERGED", "A_PART", "ELSEWHERE", "MORE_PUBLIC")) {
            isReadable(new FlowRefusal.MergeNotPossible(why));
        }
    }

    @Test
    void timesAreThoseOfTheSubdistrict() {
        var over = new FlowRefusal.TimeIsOver(Instant.parse("2026-03-09T01:40:00Z"));

        assertThat(Words.of(over, Locale.CHINESE)).isEqualTo("已超过可办理的期限。2026-03-09 09:40");
    }

    @Test
    void aMissingKindIsNamedAsPeopleCallIt() {
        var missing = new FlowRefusal.MissingEvidence(List.of("SCENE", "ANALYSIS"));

        assertThat(Words.of(missing, Locale.CHINESE)).isEqualTo("缺少佐证：见现场、见分析。");
        assertThat(Words.of(missing, Locale.ENGLISH)).doesNotContain("SCENE");
    }

    private static void isReadable(Refusal refusal) {
        assertThat(Words.of(refusal, Locale.CHINESE)).doesNotMatch(NAME_OF_THE_CONTRACT);
        assertThat(Words.of(refusal, Locale.ENGLISH)).doesNotMatch(NAME_OF_THE_CONTRACT);
    }
}
