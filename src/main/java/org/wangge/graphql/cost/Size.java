package org.wangge.graphql.cost;

import graphql.language.ArrayValue;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How many items a list will have.
sealed interface Size {
    Size ONE = new Known(1);

    /// The size of the page that the list is a part of.
    Size PAGE = new OfPage();

    /// More than anybody may ask for; beyond it numbers are only large.
    long MOST = 1_000_000_000;

    /// @param page what the list around it says of its parts
    long of(Map<String, Object> variables, long page);

    record Known(long items) implements Size {
        @Override
        public long of(Map<String, Object> variables, long page) {
            return items;
        }
    }

    record OfPage() implements Size {
        @Override
        public long of(Map<String, Object> variables, long page) {
            return page;
        }
    }

    /// What its arguments ask for, the largest of them: a number of items, or a list with as many.
    ///
    /// @param otherwise where none of them says it
    /// @param most what is refused beyond, with words of its own
    record Asked(List<Slice> slices, long otherwise, long most) implements Size {
        @Override
        public long of(Map<String, Object> variables, long page) {
            var asked = slices.stream()
                    .flatMap(slice -> slice.items(variables).stream())
                    .mapToLong(Long::longValue)
                    .max();
            return Math.clamp(asked.orElse(otherwise), 0, most);
        }
    }

    /// An argument, or a field within it.
    ///
    /// @param value as the document has it; null where it says nothing
    /// @param fields that lead to it from the argument
    record Slice(@Nullable Value<?> value, List<String> fields) {
        Optional<Long> items(Map<String, Object> variables) {
            return items(value, 0, variables);
        }

        private Optional<Long> items(@Nullable Object value, int step, Map<String, Object> variables) {
            return switch (value) {
                case VariableReference variable -> items(variables.get(variable.getName()), step, variables);
                case ObjectValue object
                when step < fields.size() ->
                    object.getObjectFields().stream()
                            .filter(field -> field.getName().equals(fields.get(step)))
                            .findFirst()
                            .flatMap(field -> items(field.getValue(), step + 1, variables));
                case Map<?, ?> object
                when step < fields.size() -> items(object.get(fields.get(step)), step + 1, variables);
                case IntValue number -> Optional.of(number(number.getValue()));
                case ArrayValue list -> Optional.of((long) list.getValues().size());
                case List<?> list -> Optional.of((long) list.size());
                case Integer number -> Optional.of(number.longValue());
                case NullValue _ -> Optional.empty();
                case null -> Optional.empty();
                default -> Optional.of(1L);
            };
        }

        private static long number(BigInteger number) {
            return number.min(BigInteger.valueOf(MOST)).longValue();
        }
    }
}
