package org.wangge.issue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wangge.access.NodeSource;

/// Issues and categories by id.
@Configuration(proxyBeanMethods = false)
class IssueNodes {
    @Bean
    NodeSource issueNodeSource(Issues issues) {
        return new NodeSource(IssueId.TYPE, (ids, viewer) -> issues.all(ids, viewer.scope()));
    }

    @Bean
    NodeSource categoryNodeSource(Categories categories) {
        return new NodeSource(CategoryId.TYPE, (ids, viewer) -> categories.all(ids));
    }
}
