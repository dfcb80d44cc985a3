/// Who deliberates on the street, what about, and what was resolved.
@NullMarked
package org.wangge.local.street.council;

import org.jspecify.annotations.NullMarked;
