package org.wangge.personnel;

public record Member(MemberId id, String name) implements org.wangge.graphql.Node {}
