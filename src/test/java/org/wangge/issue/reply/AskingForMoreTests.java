package org.wangge.issue.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.issue.IssueId;

/// Which ratings ask for the matter to be taken up again.
class AskingForMoreTests {
    @ParameterizedTest(name = "{0}, resolved {1}, {2} {3}: {4}")
    @CsvSource({
        "1, false, TOO_SLOW, , true",
        "2, false, TOO_SLOW, , true",
        "2, false, , 还是不亮, true",
        "2, false, , ' ', false",
        "2, false, , , false",
        "2, true, TOO_SLOW, 还是不亮, false",
        "3, false, TOO_SLOW, 还是不亮, false",
        "5, true, , , false"
    })
    void isWhatIsNotContentNotResolvedAndSaysWhy(
            int score, boolean isResolved, @Nullable RatingReason reason, @Nullable String comment, boolean asks) {
        var rating = new Rating(
                new IssueId(new UUID(1, 1)),
                1,
                score,
                isResolved,
                reason == null ? List.of() : List.of(reason),
                comment,
                RatingVia.REPORTER,
                "account:somebody",
                Instant.EPOCH,
                null);

        assertThat(rating.asksForMore()).isEqualTo(asks);
    }
}
