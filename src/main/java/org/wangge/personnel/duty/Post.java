package org.wangge.personnel.duty;

import org.wangge.graphql.Node;
import org.wangge.grid.GridId;

/// A post of a subdistrict's command centre (岗位), under the title that the subdistrict gives it.
public record Post(PostId id, PostType type, String title, GridId gridId) implements Node {}
