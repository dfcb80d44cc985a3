/// The people and places of the street: households first, then their homes and works.
@NullMarked
package org.wangge.local.street.ledger;

import org.jspecify.annotations.NullMarked;
