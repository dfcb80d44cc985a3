package org.wangge.resident;

public record Resident(ResidentId id, String name) implements org.wangge.graphql.Node {}
