package org.wangge.graphql.cost;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What may be spent; a point is about one object that is told.
///
/// @param request what one request may cost
/// @param budget what whoever asks can save up
/// @param perSecond what they are given back each second
@ConfigurationProperties("wangge.limits.cost")
public record CostLimits(
        @DefaultValue("5000") int request,
        @DefaultValue("10000") int budget,
        @DefaultValue("500") int perSecond) {
    public CostLimits {
        if (request < 1 || perSecond < 1 || budget < request) {
            throw new IllegalArgumentException("wangge.limits.cost: at least 1, and the budget no less than a request");
        }
    }
}
