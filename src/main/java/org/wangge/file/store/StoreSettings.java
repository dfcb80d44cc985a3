package org.wangge.file.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where files are kept: in the folder, unless a bucket is named.
///
/// @param folder also holds what is being uploaded, with either store
@ConfigurationProperties("wangge.files")
public record StoreSettings(
        @DefaultValue("data/files") Path folder, @Nullable Bucket s3) {
    /// A bucket of an object store, in path style (`endpoint/bucket/name`).
    record Bucket(
            String endpoint,
            @DefaultValue("us-east-1") String region,
            String bucket,
            @DefaultValue("") String prefix,
            String accessKey,
            String secretKey) {
        @Override
        public String toString() {
            return endpoint + '/' + bucket;
        }
    }
}
