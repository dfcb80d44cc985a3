package org.wangge.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class IssueIdTests {
    private static final Instant NOW = Instant.parse("2026-03-02T01:10:00.123Z");

    @Test
    void sortsAfterThoseOfBefore() {
        var before = IssueId.at(NOW).value().toString();
        var after = IssueId.at(NOW.plusMillis(1)).value().toString();

        assertThat(before).isLessThan(after).startsWith("019cac18-4ebb");
    }

    @Test
    void isAnotherOneEachTime() {
        var id = IssueId.at(NOW).value();

        assertThat(id).isNotEqualTo(IssueId.at(NOW).value());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }
}
