package org.wangge.issue.flow;

import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wangge.issue.clock.OfficialTime;
import org.wangge.issue.evidence.EvidenceKind;

/// Changes a [Sample] as a text has it: `returns=2` sets a field, `given-PERSON` and `waived+PERSON` take
/// out of a set and put into it. Times are those of Shanghai; people are those of [Somebody].
final class SampleChange {
    private static final Pattern WORD = Pattern.compile("(\\w+)([=+-])(\\S+)");

    private SampleChange() {}

    static void apply(String text, Sample sample) {
        for (var word : text.split(" ")) {
            var parts = WORD.matcher(word);
            if (!parts.matches()) {
                throw new IllegalArgumentException(word);
            }
            change(sample, parts.group(1), parts.group(2), parts.group(3));
        }
    }

    private static void change(Sample sample, String name, String how, String value) {
        try {
            var field = Sample.class.getDeclaredField(name);
            if (how.equals("=")) {
                field.set(sample, value(field, value));
            } else {
                toggle(field.get(sample), element(name, value), how.equals("+"));
            }
        } catch (ReflectiveOperationException unknown) {
            throw new IllegalArgumentException(name, unknown);
        }
    }

    @SuppressWarnings("unchecked")
    private static void toggle(Object set, Object element, boolean isIn) {
        var changed = isIn ? ((Set<Object>) set).add(element) : ((Set<Object>) set).remove(element);
        if (!changed) {
            throw new IllegalArgumentException("it is so already: " + element);
        }
    }

    private static Object element(String name, String value) {
        return name.equals("handlers") ? actor(value) : EvidenceKind.valueOf(value);
    }

    private static String actor(String somebody) {
        return Somebody.valueOf(somebody).viewer().actor();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static @Nullable Object value(Field field, String text) {
        var type = (Class) field.getType();
        if (text.equals("null")) {
            return null;
        }
        if (type == int.class || type == Integer.class) {
            return Integer.valueOf(text);
        }
        if (type == boolean.class) {
            return Boolean.valueOf(text);
        }
        if (type == Instant.class) {
            return LocalDateTime.parse(text).atZone(OfficialTime.SHANGHAI).toInstant();
        }
        return type == String.class ? actor(text) : Enum.valueOf(type, text);
    }
}
