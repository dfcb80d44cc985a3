package org.wangge.organisation.activity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wangge.graphql.SharedFields;

/// What is told of activities and is the same for everybody.
@Configuration(proxyBeanMethods = false)
class SharedActivities {
    @Bean
    SharedFields sharedFieldsOfActivities() {
        return SharedFields.of("Activity.grid", "Activity.organisation", "Activity.team", "Activity.booking");
    }
}
