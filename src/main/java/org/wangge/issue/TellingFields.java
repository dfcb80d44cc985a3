package org.wangge.issue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wangge.graphql.SharedFields;

/// What is told of issues and is the same for all staff with the same grants: they are told of issues,
/// and shown them, by the grid alone.
@Configuration(proxyBeanMethods = false)
class TellingFields {
    @Bean
    SharedFields sharedFieldsOfIssues() {
        return SharedFields.of(
                "IssueEvent.issue",
                "IssueDeadline.issue",
                "Issue.category",
                "Issue.grid",
                "Issue.department",
                "Issue.location",
                "IssueCategory.label");
    }
}
