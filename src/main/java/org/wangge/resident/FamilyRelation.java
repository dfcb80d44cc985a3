package org.wangge.resident;

/// What somebody is to the head of the household (GB/T 4761).
public enum FamilyRelation {
    HEAD,
    SPOUSE,
    SON,
    DAUGHTER,
    GRANDCHILD,
    PARENT,
    GRANDPARENT,
    SIBLING,
    OTHER
}
