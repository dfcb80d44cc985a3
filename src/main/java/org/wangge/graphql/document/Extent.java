package org.wangge.graphql.document;

/// How large a selection is with all its fragments put in.
///
/// @param top fields of the selection itself
/// @param fields all of them
/// @param depth levels of fields
/// @param introspectionDepth levels of fields below and with those that ask for the schema
record Extent(long top, long fields, long aliases, long directives, int depth, int introspectionDepth) {
    static final Extent NONE = new Extent(0, 0, 0, 0, 0, 0);

    /// Fragments that spread each other double a number at each step: far beyond any limit it stays where it is.
    private static final long UNCOUNTED = 1_000_000_000;

    /// Of a field whose selection is this one.
    Extent ofField(boolean hasAlias, boolean isIntrospection) {
        return new Extent(
                1,
                sum(fields, 1),
                sum(aliases, hasAlias ? 1 : 0),
                directives,
                isIntrospection ? 0 : depth + 1,
                isIntrospection ? Math.max(depth, introspectionDepth) + 1 : introspectionDepth);
    }

    /// Of a selection that is no operation: whether it is one of the schema only those that spread it know.
    Extent asPart() {
        return new Extent(0, fields, aliases, directives, 0, Math.max(depth, introspectionDepth));
    }

    Extent with(Extent other) {
        return new Extent(
                sum(top, other.top),
                sum(fields, other.fields),
                sum(aliases, other.aliases),
                sum(directives, other.directives),
                Math.max(depth, other.depth),
                Math.max(introspectionDepth, other.introspectionDepth));
    }

    Extent withDirectives(int count) {
        return new Extent(top, fields, aliases, sum(directives, count), depth, introspectionDepth);
    }

    private static long sum(long one, long other) {
        return Math.min(UNCOUNTED, one + other);
    }
}
