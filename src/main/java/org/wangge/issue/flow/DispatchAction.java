package org.wangge.issue.flow;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.GridId;
import org.wangge.issue.IssueId;
import org.wangge.issue.IssueLevel;
import org.wangge.issue.Move;
import org.wangge.issue.dispatch.HandInput;
import org.wangge.personnel.DepartmentId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// What is done to find who handles it.
sealed interface DispatchAction extends Action {
    int MOST_HANDS = 10;
    int LONGEST_INSTRUCTION = 2_000;

    /// Sends it to one lead, with others beside them.
    record Dispatch(
            UUID key,
            IssueId issueId,
            int expectedVersion,
            HandInput lead,
            @Nullable List<HandInput> coHandlers,
            @Nullable String instruction,
            @Nullable String overrideReason)
            implements DispatchAction {
        @Override
        public Move move() {
            return Move.DISPATCH;
        }

        @Override
        public Problems problems(Instant now) {
            return handsIn(coHandlers)
                    .text("instruction", instruction, 0, LONGEST_INSTRUCTION)
                    .text("overrideReason", overrideReason, 0, REASON);
        }
    }

    /// Decides who was right: the office that sent it back, or the centre.
    record RuleReturn(
            UUID key,
            IssueId issueId,
            int expectedVersion,
            Ruling ruling,
            String reason,
            @Nullable HandInput lead,
            @Nullable List<HandInput> coHandlers,
            @Nullable String instruction)
            implements DispatchAction {
        @Override
        public Move move() {
            return Move.RULE_RETURN;
        }

        @Override
        public Problems problems(Instant now) {
            return handsIn(coHandlers)
                    .text("reason", reason, 1, REASON)
                    .text("instruction", instruction, 0, LONGEST_INSTRUCTION)
                    .check(ruling == Ruling.OVERRULED || lead != null, "lead", ProblemCode.REQUIRED);
        }
    }

    /// Takes it a level up; without a lead whoever is suggested there has it.
    record Escalate(
            UUID key,
            IssueId issueId,
            int expectedVersion,
            String cause,
            @Nullable HandInput lead) implements DispatchAction {
        @Override
        public Move move() {
            return Move.ESCALATE;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems().text("cause", cause, 1, REASON);
        }
    }

    /// Calls departments; the first leads.
    record Whistle(
            UUID key,
            IssueId issueId,
            int expectedVersion,
            List<DepartmentId> departmentIds,
            String cause,
            @Nullable Instant reportBy)
            implements DispatchAction {
        public Whistle {
            departmentIds = departmentIds.stream().distinct().toList();
        }

        @Override
        public Move move() {
            return Move.WHISTLE;
        }

        @Override
        public Problems problems(Instant now) {
            return new Problems()
                    .text("cause", cause, 1, REASON)
                    .check(
                            !departmentIds.isEmpty() && departmentIds.size() <= MOST_HANDS,
                            "departmentIds",
                            ProblemCode.OUT_OF_RANGE,
                            1,
                            MOST_HANDS)
                    .check(reportBy == null || reportBy.isAfter(now), "reportBy", ProblemCode.NOT_IN_ORDER);
        }
    }

    /// Makes parts of it that are handled each for itself.
    record Split(UUID key, IssueId issueId, int expectedVersion, List<Part> parts, String reason)
            implements DispatchAction {
        static final int FEWEST = 2;
        static final int MOST = 20;

        public Split {
            parts = List.copyOf(parts);
        }

        @Override
        public Move move() {
            return Move.SPLIT;
        }

        @Override
        public Problems problems(Instant now) {
            var problems = new Problems()
                    .text("reason", reason, 1, REASON)
                    .check(
                            parts.size() >= FEWEST && parts.size() <= MOST,
                            "parts",
                            ProblemCode.OUT_OF_RANGE,
                            FEWEST,
                            MOST);
            for (var i = 0; i < parts.size(); i++) {
                parts.get(i).note(problems, "parts[" + i + "].");
            }
            return problems;
        }
    }

    /// A part: what it is about, and where, when not where the whole is.
    record Part(
            String title,
            String description,
            @Nullable String category,
            @Nullable IssueLevel level,
            @Nullable GridId gridId) {
        void note(Problems problems, String path) {
            problems.text(path + "title", title, 1, 200).text(path + "description", description, 5, 10_000);
        }
    }

    private static Problems handsIn(@Nullable List<HandInput> coHandlers) {
        return new Problems()
                .check(
                        coHandlers == null || coHandlers.size() <= MOST_HANDS,
                        "coHandlers",
                        ProblemCode.OUT_OF_RANGE,
                        0,
                        MOST_HANDS);
    }
}
