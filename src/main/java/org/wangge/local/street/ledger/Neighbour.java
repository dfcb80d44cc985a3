package org.wangge.local.street.ledger;

import java.util.UUID;

/// Somebody of age at the head of a household; the name as it may be shown.
public record Neighbour(UUID id, UUID household, String mask) {
    /// How timelines name whoever acted.
    public String actor() {
        return "resident:" + id;
    }
}
