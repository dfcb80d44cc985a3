/// Who lives where? The ledger of residents, households and premises (人房信息台账).
@NullMarked
@ApplicationModule(allowedDependencies = {"refusal", "graphql", "graphql::page", "grid", "access", "access::personal"})
package org.wangge.resident;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
