package org.wangge.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import java.util.Locale;

/// A scalar that is text outside and `T` inside. What does not fit is refused with the shape that
/// would have fitted, and with nothing of Java in the message.
final class TextScalar<T> implements Coercing<T, String> {
    private final String name;
    private final String shape;
    private final Reader<T> reader;

    /// Reads the text, or throws any runtime exception when it does not fit.
    interface Reader<T> {
        T read(String text);
    }

    TextScalar(String name, String shape, Reader<T> reader) {
        this.name = name;
        this.shape = shape;
        this.reader = reader;
    }

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        return value.toString();
    }

    @Override
    public T parseValue(Object input, GraphQLContext context, Locale locale) {
        if (!(input instanceof String text)) {
            throw new CoercingParseValueException(expected());
        }
        try {
            return reader.read(text);
        } catch (RuntimeException unreadable) {
            throw new CoercingParseValueException(expected());
        }
    }

    @Override
    public T parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        if (!(input instanceof StringValue text)) {
            throw new CoercingParseLiteralException(expected());
        }
        try {
            return reader.read(String.valueOf(text.getValue()));
        } catch (RuntimeException unreadable) {
            throw new CoercingParseLiteralException(expected());
        }
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.of(input.toString());
    }

    private String expected() {
        return "a " + name + " is " + shape;
    }
}
