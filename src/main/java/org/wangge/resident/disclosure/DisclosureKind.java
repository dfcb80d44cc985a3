package org.wangge.resident.disclosure;

/// How somebody came to personal values.
public enum DisclosureKind {
    /// Values of one resident in clear.
    REVEAL,
    /// Whose id document or phone it is; also when nobody was found.
    SEARCH,
    /// A copy of a whole record.
    EXPORT,
    /// A resident looked at their own record.
    OWN,
    /// Somebody was allowed to look more often.
    QUOTA
}
