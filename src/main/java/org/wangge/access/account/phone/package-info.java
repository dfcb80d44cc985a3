/// How do residents sign in by their phone? Codes by text message, and the account behind a number.
@NullMarked
package org.wangge.access.account.phone;

import org.jspecify.annotations.NullMarked;
