package org.wangge.organisation;

/// How far an organisation has come: still growing up with help, filed at the street (备案), or registered with
/// civil affairs (登记). It goes on, and not back.
public enum Registration {
    INCUBATING,
    FILED,
    REGISTERED
}
