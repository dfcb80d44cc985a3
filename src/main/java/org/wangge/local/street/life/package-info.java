/// What became of the matters of eighteen months, from report to rating, as commands would have
/// written it: orders, clocks, evidence, replies and all that can go wrong.
@NullMarked
package org.wangge.local.street.life;

import org.jspecify.annotations.NullMarked;
