/// How does a socket talk? `graphql-transport-ws` to the letter, with bounds for whoever does not keep
/// to it.
@NullMarked
package org.wangge.transport.socket;

import org.jspecify.annotations.NullMarked;
