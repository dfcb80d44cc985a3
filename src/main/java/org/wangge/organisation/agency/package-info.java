/// Who is paid to help? Agencies (第三方社工机构) whose services are procured: contracts, what they promise and what came of
/// it, and instalments that a poor evaluation holds back.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "refusal",
            "graphql",
            "graphql::page",
            "grid",
            "access",
            "feed",
            "organisation",
            "organisation.activity"
        })
package org.wangge.organisation.agency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
