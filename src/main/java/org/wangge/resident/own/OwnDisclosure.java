package org.wangge.resident.own;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Role;
import org.wangge.resident.DisclosurePurpose;
import org.wangge.resident.disclosure.Disclosure;
import org.wangge.resident.disclosure.DisclosureKind;
import org.wangge.resident.disclosure.PersonalField;

/// A look at a resident's values as the resident sees it: what staff wrote beside it stays with the
/// auditors, it may name others.
record OwnDisclosure(
        Instant at,
        DisclosureKind kind,
        Role role,
        List<PersonalField> fields,
        @Nullable DisclosurePurpose purpose,
        @Nullable UUID memberId) {
    OwnDisclosure {
        fields = List.copyOf(fields);
    }

    static OwnDisclosure of(Disclosure row) {
        return new OwnDisclosure(
                row.at(),
                row.kind(),
                row.role(),
                row.fields(),
                row.purpose(),
                row.look().by().memberId());
    }
}
