package org.wangge.local.street.matter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wangge.issue.IssueStatus;

class MoveTests {
    @Test
    void areLinesOfTheWorkflow() {
        assertThat(Move.values()).allSatisfy(move -> {
            var line = org.wangge.issue.Move.valueOf(move.name());
            var from = move.from();
            assertThat(line.event()).isEqualTo(move.event());
            assertThat(line.leads(from == null ? null : IssueStatus.valueOf(from), IssueStatus.valueOf(move.to())))
                    .isTrue();
        });
    }
}
