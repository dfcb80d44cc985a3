package org.wangge.file.store;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Chooses the store by the settings.
@Configuration(proxyBeanMethods = false)
class Stores {
    @Bean
    FileStore fileStore(StoreSettings settings, Clock clock) {
        var bucket = settings.s3();
        return bucket == null ? new FolderStore(settings.folder()) : new BucketStore(bucket, clock);
    }
}
