package org.wangge.personnel;

/// What the plaque at a grid says of who serves it (挂牌上岗).
public record PublicCard(String number, String title) {}
