package org.wangge.organisation;

/// The four kinds of social organisations of a community (公益慈善、生活服务、社区事务、文体活动).
public enum OrganisationKind {
    CHARITY,
    LIFE_SERVICE,
    COMMUNITY_AFFAIRS,
    CULTURE_SPORTS
}
