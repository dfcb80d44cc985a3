package org.wangge.personnel;

import org.wangge.graphql.Node;
import org.wangge.grid.GridId;

/// A department or committee that members belong to (部门).
public record Department(DepartmentId id, String code, String name, DepartmentKind kind, GridId gridId)
        implements Node {}
