package org.wangge.issue.reply;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;

/// What is replied: the four elements (受理时间、与谁沟通、解决措施、结果与时限), of which the server knows
/// the first itself, the unit that signs, and how to appeal.
///
/// @param contacted who was talked to; kept sealed, and shown masked
/// @param appeal how to appeal; null for the usual ways
/// @param templateCode the template that it was written after
public record ReplyInput(
        @Nullable String contacted,
        String measures,
        String result,
        @Nullable LocalDate promisedOn,
        String unit,
        @Nullable String appeal,
        @Nullable String templateCode) {
    private static final int SHORTEST = 10;
    private static final int LONGEST = 2_000;
    private static final int LONGEST_NAME = 100;
    private static final int SHORTEST_NAME = 2;

    /// Notes what can be seen without the database.
    Problems problems(ReplyKind kind, String path, LocalDate today) {
        var leastContacted = kind == ReplyKind.FINAL ? 1 : 0;
        return lengths(path)
                .text(path + ".contacted", contacted, leastContacted, LONGEST_NAME)
                .text(path + ".measures", measures, SHORTEST, LONGEST)
                .text(path + ".result", result, SHORTEST_NAME, LONGEST)
                .text(path + ".unit", unit, SHORTEST_NAME, LONGEST_NAME)
                .check(
                        promisedOn == null || !promisedOn.isBefore(today),
                        path + ".promisedOn",
                        ProblemCode.NOT_IN_ORDER);
    }

    /// A draft may be as short as it likes.
    Problems draftProblems(String path) {
        return lengths(path)
                .text(path + ".contacted", contacted, 0, LONGEST_NAME)
                .text(path + ".measures", measures, 0, LONGEST)
                .text(path + ".result", result, 0, LONGEST)
                .text(path + ".unit", unit, 0, LONGEST_NAME);
    }

    private Problems lengths(String path) {
        return new Problems()
                .text(path + ".appeal", appeal, 0, Problems.REMARK)
                .text(path + ".templateCode", templateCode, 0, LONGEST_NAME);
    }
}
