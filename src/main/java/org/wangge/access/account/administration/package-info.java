/// Who may have an account, and which roles? The commands and logs of the three administrators (三员).
@NullMarked
package org.wangge.access.account.administration;

import org.jspecify.annotations.NullMarked;
