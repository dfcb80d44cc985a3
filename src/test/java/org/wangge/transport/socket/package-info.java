@NullMarked
package org.wangge.transport.socket;

import org.jspecify.annotations.NullMarked;
