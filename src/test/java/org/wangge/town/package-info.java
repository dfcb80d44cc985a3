/// The one fixture of the tests: a small town, and a PostgreSQL that holds copies of it.
@NullMarked
package org.wangge.town;

import org.jspecify.annotations.NullMarked;
