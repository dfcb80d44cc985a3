/// Who serves the grids of the street, since when, and who is on shift.
@NullMarked
package org.wangge.local.street.team;

import org.jspecify.annotations.NullMarked;
