package org.wangge.organisation.agency;

import java.util.UUID;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.GridKey;

/// An agency that serves for pay (第三方社工机构); everybody sees it.
record ServiceAgency(ServiceAgencyId id, GridId gridId, GridKey gridKey, String name, String creditCode, int version)
        implements Node {
    UUID uuid() {
        return id.value();
    }
}
