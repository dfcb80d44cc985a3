package org.wangge.issue.clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wangge.graphql.SharedFields;

/// Whoever sees an issue is told the same of its clocks.
@Configuration(proxyBeanMethods = false)
class TellingClocks {
    @Bean
    SharedFields sharedFieldsOfClocks() {
        return SharedFields.of(
                "IssueDeadline.clocks",
                "Issue.clocks",
                "Issue.nextDueAt",
                "Issue.isOverdue",
                "IssueClock.elapsed",
                "IssueClock.active",
                "IssueClock.paused",
                "IssueClock.remaining");
    }
}
