package org.wangge.notice.publicity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.graphql.Node;
import org.wangge.grid.GridKey;
import org.wangge.personnel.MemberId;
import org.wangge.resident.ResidentId;

/// Somebody whom a notice was for when it was published.
///
/// @param person the resident or the member
/// @param gridKey where they lived or served then
/// @param isReachableOnline whether they can read it themselves: they have an account now
record PolicyAddressee(
        PolicyAddresseeId id,
        PolicyNoticeId noticeId,
        UUID person,
        boolean isStaff,
        GridKey gridKey,
        boolean isReachableOnline,
        @Nullable PolicyReceipt receipt)
        implements Node {
    UUID uuid() {
        return id.value();
    }

    @Nullable
    ResidentId residentId() {
        return isStaff ? null : new ResidentId(person);
    }

    @Nullable
    MemberId memberId() {
        return isStaff ? new MemberId(person) : null;
    }
}
