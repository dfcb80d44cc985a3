package org.wangge.resident;

/// What kind of id document somebody shows.
public enum IdDocumentType {
    /// The resident identity card (居民身份证), and the residence permit for Hong Kong, Macao and Taiwan
    /// residents (港澳台居民居住证), which is numbered alike (GB 11643).
    RESIDENT_ID,
    /// The travel permit of somebody from Hong Kong, Macao (回乡证) or Taiwan (台胞证).
    HK_MO_TW_PERMIT,
    PASSPORT,
    OTHER
}
