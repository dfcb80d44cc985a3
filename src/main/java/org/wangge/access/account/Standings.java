package org.wangge.access.account;

import java.util.UUID;
import org.springframework.stereotype.Component;

/// Stands in for org.wangge.access.Standings.
@Component("standInStandings")
class Standings {
    void forget(UUID accountId) {}
}
