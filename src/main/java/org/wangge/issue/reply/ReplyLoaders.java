package org.wangge.issue.reply;

import java.util.Optional;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.BatchLoaderRegistry;

/// Loaders of relations that take arguments.
@Configuration(proxyBeanMethods = false)
class ReplyLoaders {
    static final String RATING = "Issue.rating";

    ReplyLoaders(BatchLoaderRegistry loaders, ReplyReading reading) {
        loaders.<ReplyReading.Round, Optional<Rating>>forName(RATING)
                .registerMappedBatchLoader((rounds, environment) -> reading.ratings(rounds));
    }
}
