package org.wangge.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wangge.grid.GridId;
import org.wangge.grid.Grids;

/// Grids by id; they stand below the viewer and cannot offer themselves.
@Configuration(proxyBeanMethods = false)
class GridNodes {
    @Bean
    NodeSource gridNodeSource(Grids grids) {
        return new NodeSource(GridId.TYPE, (ids, viewer) -> grids.all(ids, viewer.scope()));
    }
}
