/// The doors for single requests and for event streams: GraphQL over HTTP and GraphQL over SSE.
@NullMarked
package org.wangge.transport.http;

import org.jspecify.annotations.NullMarked;
