/// What the street grows from: dice, words, days, names, and the sheets it is written on.
@NullMarked
package org.wangge.local.street.seed;

import org.jspecify.annotations.NullMarked;
