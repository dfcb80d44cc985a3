package org.wangge.organisation.activity;

/// What an activity is (邻里节、社区蝶变、志愿服务……).
public enum ActivityKind {
    NEIGHBOUR_FESTIVAL,
    COMMUNITY_RENEWAL,
    VOLUNTEER_SERVICE,
    TRAINING,
    CULTURE_SPORTS,
    HEALTH,
    OTHER
}
