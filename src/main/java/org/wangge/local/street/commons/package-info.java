/// What all that people do together on the street has in common: who is there, and the venues.
@NullMarked
package org.wangge.local.street.commons;

import org.jspecify.annotations.NullMarked;
