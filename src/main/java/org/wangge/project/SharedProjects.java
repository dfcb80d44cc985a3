package org.wangge.project;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wangge.graphql.SharedFields;

/// What is told of projects and is the same for everybody.
@Configuration(proxyBeanMethods = false)
class SharedProjects {
    @Bean
    SharedFields sharedFieldsOfProjects() {
        return SharedFields.of(
                "LivelihoodProject.grid",
                "LivelihoodProject.department",
                "LivelihoodProject.stages",
                "ProjectStage.project");
    }
}
