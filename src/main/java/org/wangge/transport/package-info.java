/// How do requests come in and answers go out? HTTP, server-sent events and sockets, each to the
/// letter of its protocol.
@NullMarked
@ApplicationModule(allowedDependencies = {"refusal", "graphql"})
package org.wangge.transport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
