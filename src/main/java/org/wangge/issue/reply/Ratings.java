package org.wangge.issue.reply;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Batch;
import org.wangge.graphql.Rows;
import org.wangge.issue.Issue;
import org.wangge.issue.IssueId;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import reactor.core.publisher.Mono;

/// The ratings in the database; written inside the transaction of a command.
@Component
public class Ratings {
    static final String COLUMNS = """
            issue_id, round, score, is_resolved, reasons, comment, via, actor, at, excluded_by, excluded_reason,
            excluded_at""";

    private final DatabaseClient database;

    Ratings(DatabaseClient database) {
        this.database = database;
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED when the score is none, or nothing says why it is so low
    public void check(RatingInput input, String path) {
        input.problems(path).refuseIfAny();
    }

    /// @throws org.wangge.refusal.Refused INPUT_REJECTED with DUPLICATE when the round is rated already
    public Mono<Rating> add(Issue issue, RatingInput input, RatingVia via, String actor, Instant now) {
        List<RatingReason> reasons = input.reasons() == null ? List.of() : input.reasons();
        return database.sql("""
                        insert into issue_rating (issue_id, round, score, is_resolved, reasons, comment, via, actor, at)
                        values (:issue, :round, :score, :resolved, :reasons, :comment, :via, :actor, :now)
                        on conflict (issue_id, round) do nothing
                        returning issue_id, round, score, is_resolved, reasons, comment, via, actor, at, excluded_by,
                                  excluded_reason, excluded_at""")
                .bind("issue", issue.id().value())
                .bind("round", issue.round())
                .bind("score", input.score())
                .bind("resolved", input.isResolved())
                .bind("reasons", Batch.names(reasons))
                .bind("comment", Rows.orNull(Replies.blankToNull(input.comment()), String.class))
                .bind("via", via.name())
                .bind("actor", actor)
                .bind("now", now)
                .map(Ratings::row)
                .one()
                .switchIfEmpty(Mono.error(() -> Problems.single("rating.score", ProblemCode.DUPLICATE)));
    }

    /// Empty when the round was not rated.
    public Mono<Rating> of(IssueId issue, int round) {
        return database.sql("""
                        select issue_id, round, score, is_resolved, reasons, comment, via, actor, at, excluded_by,
                               excluded_reason, excluded_at
                        from issue_rating
                        where issue_id = :issue and round = :round""")
                .bind("issue", issue.value())
                .bind("round", round)
                .map(Ratings::row)
                .one();
    }

    static Rating row(Readable row) {
        return new Rating(
                new IssueId(Rows.uuid(row, "issue_id")),
                Rows.number(row, "round"),
                Rows.number(row, "score"),
                Rows.get(row, "is_resolved", Boolean.class),
                Arrays.stream(Rows.get(row, "reasons", String[].class))
                        .map(RatingReason::valueOf)
                        .toList(),
                row.get("comment", String.class),
                Rows.constant(row, "via", RatingVia.class),
                Rows.text(row, "actor"),
                Rows.get(row, "at", Instant.class),
                exclusion(row));
    }

    private static Rating.@Nullable Exclusion exclusion(Readable row) {
        var by = row.get("excluded_by", String.class);
        return by == null
                ? null
                : new Rating.Exclusion(
                        by, Rows.text(row, "excluded_reason"), Rows.get(row, "excluded_at", Instant.class));
    }
}
