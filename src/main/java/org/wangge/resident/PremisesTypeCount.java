package org.wangge.resident;

/// How many premises of a type lie in a subtree.
record PremisesTypeCount(PremisesType type, int count) {}
