package org.wangge.personnel;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wangge.access.StaffDirectory;
import org.wangge.grid.Scope;
import reactor.core.publisher.Mono;

/// Tells those who administer accounts whether there is such a member, and nothing else of them.
@Component
class MemberDirectory implements StaffDirectory {
    private final Members members;

    MemberDirectory(Members members) {
        this.members = members;
    }

    @Override
    public Mono<Boolean> isMember(UUID memberId) {
        return members.find(new MemberId(memberId), Scope.everywhere()).hasElement();
    }
}
