package org.wangge.resident;

/// What premises are.
public enum PremisesType {
    DWELLING,
    RENTAL,
    SHOP,
    FACTORY,
    WAREHOUSE,
    OFFICE,
    SCHOOL,
    MEDICAL,
    PUBLIC,
    AGRICULTURAL,
    OTHER
}
