/// Who organises themselves on the street, what they do together, and who is paid to help.
@NullMarked
package org.wangge.local.street.society;

import org.jspecify.annotations.NullMarked;
