package org.wangge.local.street.ledger;

/// Relation to the head of the household.
enum Relation {
    HEAD,
    SPOUSE,
    SON,
    DAUGHTER,
    GRANDCHILD,
    PARENT,
    GRANDPARENT,
    SIBLING
}
