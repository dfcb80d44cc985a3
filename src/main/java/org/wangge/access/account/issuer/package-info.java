/// Whom do others vouch for? Tokens of OpenID Connect issuers, for accounts that exist here.
@NullMarked
package org.wangge.access.account.issuer;

import org.jspecify.annotations.NullMarked;
