package org.wangge.issue.flow;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.wangge.issue.Guard;
import org.wangge.issue.IssueStatus;
import org.wangge.issue.Move;
import org.wangge.issue.Party;

/// A line of the table of commands as `domain.md` §10 has it, written down once more, so that a change
/// of [Move] that the specification does not know is seen.
record SpecifiedMove(Move move, Set<IssueStatus> from, Set<Party> who, Set<IssueStatus> to, Set<Guard> guards) {
    static final String OPEN = "REPORTED ACCEPTED DISPATCHED IN_PROGRESS HANDLED RETURNED SUSPENDED";

    /// Nothing in the third column is that the issue stays where it is.
    static final List<SpecifiedMove> ALL = table("""
            REPORT            | | ANYONE | REPORTED |
            ACCEPT            | REPORTED | INTAKE COMMUNITY_LEADER GRID_LEADER | ACCEPTED | NOT_SUSPECTED OTHER_THAN_REJECTED
            REJECT            | REPORTED | INTAKE | REJECTED | OTHER_THAN_REJECTED
            REJECT            | RETURNED | DUTY_COMMANDER | REJECTED | PARTS_ARE_FINAL
            ANSWER_DIRECTLY   | REPORTED | INTAKE GRID_LEADER GRID_MEMBER | CLOSED | ANSWERABLE OTHER_THAN_REJECTED
            MERGE             | REPORTED | INTAKE DISPATCH | MERGED | TARGET_FITS OTHER_THAN_REJECTED
            MERGE             | ACCEPTED DISPATCHED IN_PROGRESS | INTAKE DISPATCH | MERGED | TARGET_FITS PARTS_ARE_FINAL
            UNMERGE           | MERGED | INTAKE DISPATCH | REPORTED ACCEPTED DISPATCHED IN_PROGRESS | WITHIN_A_DAY
            DISPATCH          | ACCEPTED RETURNED | DISPATCH DUTY_COMMANDER COMMUNITY_LEADER | DISPATCHED | LEVEL_OF_LEADER LAST_BY_COMMANDER ON_DUTY_LIST
            SELF_HANDLE       | REPORTED | GRID_LEADER GRID_MEMBER | IN_PROGRESS | SMALL_AND_CALM OTHER_THAN_REJECTED
            SELF_HANDLE       | ACCEPTED | GRID_LEADER GRID_MEMBER | IN_PROGRESS | SMALL_AND_CALM
            SIGN              | DISPATCHED | LEAD | IN_PROGRESS |
            RETURN            | DISPATCHED IN_PROGRESS | LEAD | RETURNED | RETURNS_LEFT WITHIN_RETURN_TIME
            RULE_RETURN       | RETURNED | DISPATCH DUTY_COMMANDER | DISPATCHED | LAST_BY_COMMANDER ON_DUTY_LIST
            ADD_PROCESS       | DISPATCHED IN_PROGRESS HANDLED | LEAD CO_HANDLER | |
            ADD_EVIDENCE      | DISPATCHED IN_PROGRESS | LEAD CO_HANDLER | |
            ADD_EVIDENCE      | HANDLED | LEAD CO_HANDLER SUPERVISION | |
            WAIVE_EVIDENCE    | DISPATCHED IN_PROGRESS HANDLED | DUTY_COMMANDER | | NOT_OWN_WORK
            REQUEST_INFO      | IN_PROGRESS | LEAD CO_HANDLER | SUSPENDED | QUESTIONS_LEFT
            GIVE_INFO         | SUSPENDED | REPORTER TIMER | IN_PROGRESS | REPORTER_IS_ASKED
            REQUEST_SUSPENSION| IN_PROGRESS | LEAD | | NO_SUSPENSION_ASKED
            DECIDE_SUSPENSION | IN_PROGRESS | SUPERVISION DUTY_COMMANDER | SUSPENDED IN_PROGRESS | SUSPENSION_ASKED NOT_OWN_WORK
            RESUME            | SUSPENDED | LEAD SUPERVISION DUTY_COMMANDER TIMER | IN_PROGRESS | PUT_OFF_BY_DECISION
            REQUEST_EXTENSION | IN_PROGRESS | LEAD | | NO_EXTENSION_ASKED EXTENSIONS_LEFT BEFORE_DUE
            DECIDE_EXTENSION  | IN_PROGRESS SUSPENDED | DUTY_COMMANDER SUBDISTRICT_LEADER | | EXTENSION_ASKED SECOND_BY_LEADER NOT_OWN_WORK
            ESCALATE          | DISPATCHED IN_PROGRESS RETURNED SUSPENDED | LEAD GRID_LEADER COMMUNITY_LEADER DUTY_COMMANDER TIMER | DISPATCHED | BELOW_DISTRICT
            WHISTLE           | DISPATCHED IN_PROGRESS RETURNED SUSPENDED | LEAD GRID_LEADER COMMUNITY_LEADER DUTY_COMMANDER | DISPATCHED |
            RESPOND_WHISTLE   | DISPATCHED IN_PROGRESS HANDLED SUSPENDED | LEAD CO_HANDLER | | IS_CALLED
            SPLIT             | ACCEPTED IN_PROGRESS | DISPATCH | | SPLIT_ONCE
            SUBMIT_RESULT     | IN_PROGRESS | LEAD | HANDLED | PARTS_ARE_FINAL EVIDENCE_THERE
            RECALL_RESULT     | HANDLED | LEAD | IN_PROGRESS | NOT_YET_VERIFIED
            VERIFY            | HANDLED | SUPERVISION LEADER_ABOVE | IN_PROGRESS HANDLED | NOT_OWN_WORK
            CLOSE             | HANDLED | SUPERVISION LEADER_ABOVE | CLOSED | NOT_OWN_WORK PARTS_ARE_FINAL EVIDENCE_ACCEPTED REPLY_THERE
            RATE              | CLOSED | REPORTER SUPERVISION | | NOT_YET_RATED NOT_OWN_WORK
            RECORD_CALLBACK   | CLOSED | SUPERVISION | | NOT_OWN_WORK CALLS_LEFT
            EVALUATE          | CLOSED | ANALYSIS TIMER | EVALUATED |
            REOPEN            | CLOSED EVALUATED | REPORTER SUPERVISION DUTY_COMMANDER | ACCEPTED | WITHIN_REOPENING REOPENINGS_LEFT WHOLE_IS_OPEN
            WITHDRAW          | REPORTED ACCEPTED DISPATCHED IN_PROGRESS | REPORTER | WITHDRAWN | NOT_DANGEROUS NOBODY_ELSE PARTS_ARE_FINAL
            OBJECT_REJECTION  | REJECTED | REPORTER | REPORTED | WITHIN_OBJECTION NOT_YET_OBJECTED
            URGE              | <open> | REPORTER ANYONE | | NOT_URGED_TODAY
            SUPERVISE         | <open> | SUPERVISION TIMER | |
            """);

    static List<SpecifiedMove> of(Move move) {
        return ALL.stream().filter(line -> line.move == move).toList();
    }

    /// The moves that somebody may make from a state.
    static List<Move> from(IssueStatus status) {
        return Arrays.stream(Move.values())
                .filter(move -> of(move).stream().anyMatch(line -> line.from.contains(status)))
                .toList();
    }

    static Set<Party> who(Move move, IssueStatus status) {
        return of(move).stream()
                .filter(line -> line.from.contains(status))
                .flatMap(line -> line.who.stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Party.class)));
    }

    private static List<SpecifiedMove> table(String text) {
        return text.lines()
                .map(line -> line.replace("<open>", OPEN).split("\\|", -1))
                .map(cells -> new SpecifiedMove(
                        Move.valueOf(cells[0].strip()),
                        set(cells[1], IssueStatus.class),
                        set(cells[2], Party.class),
                        set(cells[3], IssueStatus.class),
                        set(cells[4], Guard.class)))
                .toList();
    }

    private static <E extends Enum<E>> Set<E> set(String cell, Class<E> type) {
        Set<E> set = EnumSet.noneOf(type);
        Arrays.stream(cell.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(word -> Enum.valueOf(type, word))
                .forEach(set::add);
        return set;
    }
}
