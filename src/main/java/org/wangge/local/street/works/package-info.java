/// What is built for everybody on the street: from a wish to its acceptance.
@NullMarked
package org.wangge.local.street.works;

import org.jspecify.annotations.NullMarked;
