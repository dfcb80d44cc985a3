package org.wangge.issue.flow;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.Guard;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;

/// A guard on its edge: an issue that is as in `but` (see [SampleChange]), and what the guard makes of it.
///
/// @param refusal as it tells of itself; null lets it pass
record GuardCase(
        Guard guard,
        Move move,
        IssueStatus status,
        Somebody by,
        String but,
        @Nullable String refusal) {
    private static final String TABLE = """
            # Limits
            RETURNS_LEFT | RETURN | DISPATCHED | LEAD | returns=1 |
            RETURNS_LEFT | RETURN | IN_PROGRESS | LEAD | returns=2 | LimitReached[limit=2]
            LAST_BY_COMMANDER | DISPATCH | RETURNED | DISPATCH | returns=1 |
            LAST_BY_COMMANDER | DISPATCH | RETURNED | DISPATCH | returns=2 | NotYourMove[move=DISPATCH, who=[DUTY_COMMANDER]]
            LAST_BY_COMMANDER | DISPATCH | RETURNED | COMMUNITY_LEADER | returns=2 | NotYourMove[move=DISPATCH, who=[DUTY_COMMANDER]]
            LAST_BY_COMMANDER | DISPATCH | RETURNED | DUTY_COMMANDER | returns=2 |
            LAST_BY_COMMANDER | DISPATCH | ACCEPTED | DISPATCH | returns=2 |
            LAST_BY_COMMANDER | RULE_RETURN | RETURNED | DISPATCH | returns=2 | NotYourMove[move=RULE_RETURN, who=[DUTY_COMMANDER]]
            LAST_BY_COMMANDER | RULE_RETURN | RETURNED | DUTY_COMMANDER | returns=2 |
            QUESTIONS_LEFT | REQUEST_INFO | IN_PROGRESS | LEAD | questions=1 |
            QUESTIONS_LEFT | REQUEST_INFO | IN_PROGRESS | CO_HANDLER | questions=2 | LimitReached[limit=2]
            EXTENSIONS_LEFT | REQUEST_EXTENSION | IN_PROGRESS | LEAD | extensionsGranted=1 |
            EXTENSIONS_LEFT | REQUEST_EXTENSION | IN_PROGRESS | LEAD | extensionsGranted=2 | LimitReached[limit=2]
            REOPENINGS_LEFT | REOPEN | CLOSED | REPORTER | reopenings=1 |
            REOPENINGS_LEFT | REOPEN | CLOSED | CODE_HOLDER | reopenings=2 | LimitReached[limit=2]
            REOPENINGS_LEFT | REOPEN | EVALUATED | SUPERVISION | reopenings=2 |
            NOT_YET_RATED | RATE | CLOSED | REPORTER | isRated=true | LimitReached[limit=1]
            NOT_YET_OBJECTED | OBJECT_REJECTION | REJECTED | REPORTER | isObjected=true | LimitReached[limit=1]
            CALLS_LEFT | RECORD_CALLBACK | CLOSED | SUPERVISION | callbacks=2 |
            CALLS_LEFT | RECORD_CALLBACK | CLOSED | SUPERVISION | callbacks=3 | LimitReached[limit=3]

            # Times: it is 10:00 on Monday, 2 March 2026; Saturday, 28 February is worked (调休)
            WITHIN_A_DAY | UNMERGE | MERGED | INTAKE | mergedAt=2026-03-01T10:00:00 |
            WITHIN_A_DAY | UNMERGE | MERGED | DISPATCH | mergedAt=2026-03-01T09:59:59 | TimeIsOver[endedAt=2026-03-02T01:59:59Z]
            WITHIN_RETURN_TIME | RETURN | DISPATCHED | LEAD | signDue=2026-02-28T10:00:00 |
            WITHIN_RETURN_TIME | RETURN | DISPATCHED | LEAD | signDue=2026-02-28T09:59:59 | TimeIsOver[endedAt=2026-03-02T01:59:59Z]
            BEFORE_DUE | REQUEST_EXTENSION | IN_PROGRESS | LEAD | handleDue=2026-03-02T10:00:00 |
            BEFORE_DUE | REQUEST_EXTENSION | IN_PROGRESS | LEAD | handleDue=2026-03-02T09:59:59 | TimeIsOver[endedAt=2026-03-02T01:59:59Z]
            BEFORE_DUE | REQUEST_EXTENSION | IN_PROGRESS | LEAD | reworkDue=2026-03-02T09:59:59 | TimeIsOver[endedAt=2026-03-02T01:59:59Z]
            BEFORE_DUE | REQUEST_EXTENSION | IN_PROGRESS | LEAD | handleDue=2026-03-02T09:00:00 reworkDue=2026-03-02T10:00:00 |
            CALLS_LEFT | RECORD_CALLBACK | CLOSED | SUPERVISION | calledBackAt=2026-03-01T23:59:59 |
            CALLS_LEFT | RECORD_CALLBACK | CLOSED | SUPERVISION | calledBackAt=2026-03-02T00:00:00 | LimitReached[limit=1]
            WITHIN_REOPENING | REOPEN | CLOSED | REPORTER | closedAt=2026-02-15T10:00:00 |
            WITHIN_REOPENING | REOPEN | EVALUATED | REPORTER | closedAt=2026-02-15T09:59:59 | TimeIsOver[endedAt=2026-03-02T01:59:59Z]
            WITHIN_REOPENING | REOPEN | EVALUATED | DUTY_COMMANDER | closedAt=2025-12-02T10:00:00 |
            WITHIN_REOPENING | REOPEN | CLOSED | SUPERVISION | closedAt=2025-12-02T09:59:59 | TimeIsOver[endedAt=2026-03-02T01:59:59Z]
            WITHIN_OBJECTION | OBJECT_REJECTION | REJECTED | REPORTER | rejectedAt=2026-02-15T10:00:00 |
            WITHIN_OBJECTION | OBJECT_REJECTION | REJECTED | CODE_HOLDER | rejectedAt=2026-02-15T09:59:59 | TimeIsOver[endedAt=2026-03-02T01:59:59Z]
            NOT_URGED_TODAY | URGE | ACCEPTED | NEIGHBOUR | urgedAt=2026-03-01T10:00:00 |
            NOT_URGED_TODAY | URGE | RETURNED | REPORTER | urgedAt=2026-03-01T10:00:01 | LimitReached[limit=1]

            # What it is
            LEVEL_OF_LEADER | DISPATCH | ACCEPTED | COMMUNITY_LEADER | level=COMMUNITY |
            LEVEL_OF_LEADER | DISPATCH | ACCEPTED | COMMUNITY_LEADER | level=SUBDISTRICT | NotAtThisLevel[level=SUBDISTRICT, urgency=NORMAL]
            LEVEL_OF_LEADER | DISPATCH | ACCEPTED | DISPATCH | level=SUBDISTRICT |
            SMALL_AND_CALM | SELF_HANDLE | REPORTED | GRID_MEMBER | urgency=COMPLEX |
            SMALL_AND_CALM | SELF_HANDLE | REPORTED | GRID_MEMBER | urgency=URGENT | NotAtThisLevel[level=GRID, urgency=URGENT]
            SMALL_AND_CALM | SELF_HANDLE | REPORTED | GRID_MEMBER | urgency=EMERGENCY | NotAtThisLevel[level=GRID, urgency=EMERGENCY]
            SMALL_AND_CALM | SELF_HANDLE | ACCEPTED | GRID_LEADER | level=COMMUNITY | NotAtThisLevel[level=COMMUNITY, urgency=NORMAL]
            BELOW_DISTRICT | ESCALATE | SUSPENDED | SERVER_CLOCK | level=SUBDISTRICT |
            BELOW_DISTRICT | ESCALATE | RETURNED | DUTY_COMMANDER | level=DISTRICT | NotAtThisLevel[level=DISTRICT, urgency=NORMAL]
            ANSWERABLE | ANSWER_DIRECTLY | REPORTED | INTAKE | type=PRAISE |
            ANSWERABLE | ANSWER_DIRECTLY | REPORTED | GRID_MEMBER | type=SUGGESTION |
            ANSWERABLE | ANSWER_DIRECTLY | REPORTED | GRID_LEADER | type=DEMAND | NotForThisType[type=DEMAND, urgency=NORMAL]
            ANSWERABLE | ANSWER_DIRECTLY | REPORTED | INTAKE | type=COMPLAINT | NotForThisType[type=COMPLAINT, urgency=NORMAL]
            NOT_DANGEROUS | WITHDRAW | IN_PROGRESS | REPORTER | urgency=URGENT |
            NOT_DANGEROUS | WITHDRAW | REPORTED | CODE_HOLDER | urgency=EMERGENCY | NotForThisType[type=CONSULTATION, urgency=EMERGENCY]
            NOT_DANGEROUS | WITHDRAW | ACCEPTED | REPORTER | type=HAZARD | NotForThisType[type=HAZARD, urgency=NORMAL]
            NOBODY_ELSE | WITHDRAW | DISPATCHED | CODE_HOLDER | joined=1 | OthersReported[]
            WHOLE_IS_OPEN | REOPEN | CLOSED | SUPERVISION | isPart=true |
            WHOLE_IS_OPEN | REOPEN | EVALUATED | REPORTER | isPart=true isWholeEnded=true | IsAPart[]
            SPLIT_ONCE | SPLIT | ACCEPTED | DISPATCH | isPart=true | IsAPart[]
            PARTS_ARE_FINAL | SUBMIT_RESULT | IN_PROGRESS | LEAD | parts=2 |
            PARTS_ARE_FINAL | SUBMIT_RESULT | IN_PROGRESS | LEAD | parts=2 openParts=1 | PartsOpen[open=1]
            PARTS_ARE_FINAL | CLOSE | HANDLED | SUPERVISION | parts=2 |
            PARTS_ARE_FINAL | CLOSE | HANDLED | SUPERVISION | parts=2 openParts=2 | PartsOpen[open=2]
            PARTS_ARE_FINAL | WITHDRAW | IN_PROGRESS | REPORTER | parts=2 |
            PARTS_ARE_FINAL | WITHDRAW | IN_PROGRESS | REPORTER | parts=2 openParts=1 | PartsOpen[open=1]
            PARTS_ARE_FINAL | REJECT | RETURNED | DUTY_COMMANDER | parts=3 openParts=2 | PartsOpen[open=2]
            PARTS_ARE_FINAL | MERGE | ACCEPTED | DISPATCH | parts=2 openParts=2 | PartsOpen[open=2]

            # What was asked
            REPORTER_IS_ASKED | GIVE_INFO | SUSPENDED | REPORTER | pauseKind=FUNDING | NothingPending[]
            PUT_OFF_BY_DECISION | RESUME | SUSPENDED | LEAD | pauseKind=WAIT_REPORTER | NothingPending[]
            NO_SUSPENSION_ASKED | REQUEST_SUSPENSION | IN_PROGRESS | LEAD | pauseAsked=1 | RequestPending[]
            SUSPENSION_ASKED | DECIDE_SUSPENSION | IN_PROGRESS | SUPERVISION | pauseAsked=null | NothingPending[]
            NO_EXTENSION_ASKED | REQUEST_EXTENSION | IN_PROGRESS | LEAD | extensionAsked=1 | RequestPending[]
            EXTENSION_ASKED | DECIDE_EXTENSION | IN_PROGRESS | DUTY_COMMANDER | extensionAsked=null | NothingPending[]
            SECOND_BY_LEADER | DECIDE_EXTENSION | IN_PROGRESS | DUTY_COMMANDER | extensionsGranted=0 |
            SECOND_BY_LEADER | DECIDE_EXTENSION | IN_PROGRESS | SUBDISTRICT_LEADER | extensionsGranted=0 | NotYourMove[move=DECIDE_EXTENSION, who=[DUTY_COMMANDER]]
            SECOND_BY_LEADER | DECIDE_EXTENSION | SUSPENDED | SUBDISTRICT_LEADER | extensionsGranted=1 |
            SECOND_BY_LEADER | DECIDE_EXTENSION | SUSPENDED | DUTY_COMMANDER | extensionsGranted=1 | NotYourMove[move=DECIDE_EXTENSION, who=[SUBDISTRICT_LEADER]]
            IS_CALLED | RESPOND_WHISTLE | DISPATCHED | CO_HANDLER | called=false | NothingPending[]

            # Those who handle it never verify it, whoever refused it does not decide on the objection
            NOT_OWN_WORK | VERIFY | HANDLED | SUPERVISION | handlers+SUPERVISION | SelfVerification[]
            NOT_OWN_WORK | VERIFY | HANDLED | GRID_LEADER_ABOVE | handlers+GRID_LEADER_ABOVE | SelfVerification[]
            NOT_OWN_WORK | CLOSE | HANDLED | SUPERVISION | handlers+SUPERVISION | SelfVerification[]
            NOT_OWN_WORK | CLOSE | HANDLED | SUPERVISION | handlers+COMMUNITY_LEADER |
            NOT_OWN_WORK | CLOSE | HANDLED | COMMUNITY_LEADER | handlers+COMMUNITY_LEADER | SelfVerification[]
            NOT_OWN_WORK | RATE | CLOSED | SUPERVISION | handlers+SUPERVISION | SelfVerification[]
            NOT_OWN_WORK | RECORD_CALLBACK | CLOSED | SUPERVISION | handlers+SUPERVISION | SelfVerification[]
            NOT_OWN_WORK | DECIDE_SUSPENSION | IN_PROGRESS | DUTY_COMMANDER | handlers+DUTY_COMMANDER | SelfVerification[]
            NOT_OWN_WORK | WAIVE_EVIDENCE | HANDLED | DUTY_COMMANDER | handlers+DUTY_COMMANDER | SelfVerification[]
            NOT_OWN_WORK | DECIDE_EXTENSION | IN_PROGRESS | DUTY_COMMANDER | handlers+DUTY_COMMANDER | SelfVerification[]
            OTHER_THAN_REJECTED | ACCEPT | REPORTED | INTAKE | isObjected=true rejectedBy=INTAKE | SelfVerification[]
            OTHER_THAN_REJECTED | REJECT | REPORTED | INTAKE | isObjected=true rejectedBy=INTAKE | SelfVerification[]
            OTHER_THAN_REJECTED | ANSWER_DIRECTLY | REPORTED | INTAKE | isObjected=true rejectedBy=INTAKE | SelfVerification[]
            OTHER_THAN_REJECTED | MERGE | REPORTED | INTAKE | isObjected=true rejectedBy=INTAKE | SelfVerification[]
            OTHER_THAN_REJECTED | SELF_HANDLE | REPORTED | GRID_LEADER | isObjected=true rejectedBy=GRID_LEADER | SelfVerification[]
            OTHER_THAN_REJECTED | ACCEPT | REPORTED | INTAKE | isObjected=true rejectedBy=DUTY_COMMANDER |
            OTHER_THAN_REJECTED | ACCEPT | REPORTED | INTAKE | isObjected=false rejectedBy=INTAKE |

            # Evidence
            EVIDENCE_THERE | SUBMIT_RESULT | IN_PROGRESS | LEAD | given-PERSON | MissingEvidence[kinds=[PERSON]]
            EVIDENCE_THERE | SUBMIT_RESULT | IN_PROGRESS | LEAD | failed+PERSON | MissingEvidence[kinds=[PERSON]]
            EVIDENCE_THERE | SUBMIT_RESULT | IN_PROGRESS | LEAD | given-PERSON waived+PERSON |
            EVIDENCE_THERE | SUBMIT_RESULT | IN_PROGRESS | LEAD | given-SCENE |
            EVIDENCE_THERE | SUBMIT_RESULT | IN_PROGRESS | LEAD | type=DEMAND given-SCENE given-ANALYSIS | MissingEvidence[kinds=[SCENE, ANALYSIS]]
            NOT_YET_VERIFIED | RECALL_RESULT | HANDLED | LEAD | isVerifying=true | BeingVerified[]
            EVIDENCE_ACCEPTED | CLOSE | HANDLED | SUPERVISION | accepted-RESULT | EvidenceNotAccepted[kinds=[RESULT]]
            EVIDENCE_ACCEPTED | CLOSE | HANDLED | COMMUNITY_LEADER | failed+RESULT | EvidenceNotAccepted[kinds=[RESULT]]
            EVIDENCE_ACCEPTED | CLOSE | HANDLED | SUPERVISION | type=HAZARD given-PROCESS | EvidenceNotAccepted[kinds=[PROCESS]]
            EVIDENCE_ACCEPTED | CLOSE | HANDLED | SUPERVISION | accepted-RESULT waived+RESULT |
            """;

    @Override
    public String toString() {
        return "%s: %s by %s, %s".formatted(guard, move, by, but);
    }

    static Stream<GuardCase> all() {
        return TABLE.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line ->
                        Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new))
                .map(cells -> new GuardCase(
                        Guard.valueOf(cells[0]),
                        Move.valueOf(cells[1]),
                        IssueStatus.valueOf(cells[2]),
                        Somebody.valueOf(cells[3]),
                        cells[4],
                        cells[5].isEmpty() ? null : cells[5]));
    }
}
