/// Who organises themselves? Social organisations (社会组织) of the neighbourhood, and below it their volunteers,
/// activities and certificates, and the agencies that are paid for services.
@NullMarked
@ApplicationModule(allowedDependencies = {"refusal", "graphql", "graphql::page", "grid", "access", "feed"})
package org.wangge.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
