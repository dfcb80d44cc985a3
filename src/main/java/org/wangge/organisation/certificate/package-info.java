/// What is it worth on paper? Certificates of service (志愿服务证明) that anybody can verify and nobody learns a name from.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "refusal",
            "graphql",
            "graphql::page",
            "grid",
            "access",
            "feed",
            "personnel",
            "organisation.volunteer"
        })
package org.wangge.organisation.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
