package org.wangge.graphql;

import graphql.GraphQLContext;
import graphql.schema.Coercing;
import java.util.Locale;

/// A scalar that leaves the server as the JSON it is, and is never sent to it.
final class ObjectScalar implements Coercing<Object, Object> {
    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
        return value;
    }
}
