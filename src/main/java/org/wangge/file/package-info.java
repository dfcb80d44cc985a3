/// What did they send along? Uploads, and the files that were taken.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "refusal",
            "graphql",
            "graphql::page",
            "access",
            "feed",
            "grid",
            "file.content",
            "file.store"
        })
package org.wangge.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
