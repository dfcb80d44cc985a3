package org.wangge.personnel;

/// How many people hold a role in the subtree of a key.
record RoleCount(String key, GridRole role, int count) {}
