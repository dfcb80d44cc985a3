/// Real clients from npm against the server.
@NullMarked
package org.wangge.clients;

import org.jspecify.annotations.NullMarked;
