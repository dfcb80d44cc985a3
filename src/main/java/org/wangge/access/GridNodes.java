package org.wangge.access;

import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wangge.graphql.Node;
import org.wangge.grid.GridId;
import org.wangge.grid.Grids;
import org.wangge.grid.Scope;
import reactor.core.publisher.Flux;

/// Grids by id; they stand below the viewer and cannot offer themselves.
@Component
class GridNodes implements NodeSource {
    private final Grids grids;

    GridNodes(Grids grids) {
        this.grids = grids;
    }

    @Override
    public String type() {
        return GridId.TYPE;
    }

    @Override
    public Flux<Node> find(Collection<UUID> ids, Viewer viewer) {
        return grids.all(ids, Scope.everywhere()).cast(Node.class);
    }
}
