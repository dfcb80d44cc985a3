package org.wangge.notice.publicity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wangge.graphql.SharedFields;

/// What is told of notices and is the same for everybody.
@Configuration(proxyBeanMethods = false)
class SharedPublicity {
    @Bean
    SharedFields sharedFieldsOfPublicity() {
        return SharedFields.of("PolicyNotice.grid");
    }
}
