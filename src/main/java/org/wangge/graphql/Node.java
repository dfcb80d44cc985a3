package org.wangge.graphql;

/// An object with an id that is unique in the whole graph.
public interface Node {
    /// A typed id whose text is the [GlobalId].
    Object id();
}
