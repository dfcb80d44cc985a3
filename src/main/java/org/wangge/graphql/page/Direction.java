package org.wangge.graphql.page;

/// Which way a list is ordered.
public enum Direction {
    ASC,
    DESC;

    Direction reversed() {
        return this == ASC ? DESC : ASC;
    }
}
