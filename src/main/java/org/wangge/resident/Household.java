package org.wangge.resident;

import org.wangge.graphql.Node;
import org.wangge.grid.GridId;

/// People who keep house together (户).
public record Household(HouseholdId id, String no, GridId gridId, PremisesId premisesId, int version) implements Node {}
