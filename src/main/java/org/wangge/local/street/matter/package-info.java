/// What happened in the street in eighteen months, from report to rating.
@NullMarked
package org.wangge.local.street.matter;

import org.jspecify.annotations.NullMarked;
