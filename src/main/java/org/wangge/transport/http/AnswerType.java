package org.wangge.transport.http;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.wangge.refusal.FaultCode;

/// The media types an answer may have. Which one it is, `Accept` says (RFC 9110, 12.5.1): the highest
/// weight wins, then what is listed first, then what stands first here; a weight of 0 excludes.
enum AnswerType {
    JSON(MediaType.APPLICATION_JSON),
    GRAPHQL(MediaType.parseMediaType("application/graphql-response+json")),
    EVENTS(MediaType.TEXT_EVENT_STREAM);

    private final MediaType type;
    private final String header;

    AnswerType(MediaType type) {
        this.type = type;
        this.header = type + ";charset=utf-8";
    }

    /// With its encoding, which is always UTF-8.
    String header() {
        return header;
    }

    /// Without `Accept` it is `application/json`, as the protocol's own suite wants it.
    ///
    /// @throws Rejection 406 when none of them is acceptable
    static AnswerType of(HttpHeaders headers) {
        var ranges = ranges(headers);
        if (ranges.isEmpty()) {
            return JSON;
        }
        return best(ranges, Arrays.stream(values()).map(one -> one.type).toList())
                .map(type -> values()[type])
                .orElseThrow(AnswerType::notAcceptable);
    }

    /// For a resource that has this one type.
    ///
    /// @throws Rejection 406 when none of the types is acceptable
    static MediaType of(HttpHeaders headers, List<MediaType> types) {
        var ranges = ranges(headers);
        return ranges.isEmpty()
                ? types.getFirst()
                : best(ranges, types).map(types::get).orElseThrow(AnswerType::notAcceptable);
    }

    private static List<MediaType> ranges(HttpHeaders headers) {
        try {
            return headers.getAccept();
        } catch (InvalidMediaTypeException unreadable) {
            throw notAcceptable();
        }
    }

    private static Rejection notAcceptable() {
        return new Rejection(HttpStatus.NOT_ACCEPTABLE, FaultCode.NOT_ACCEPTABLE);
    }

    private static Optional<Integer> best(List<MediaType> ranges, List<MediaType> types) {
        Comparator<Choice> order = comparingDouble(choice -> -choice.range.getQualityValue());
        return IntStream.range(0, types.size())
                .mapToObj(type -> choice(ranges, types.get(type), type))
                .filter(choice -> choice != null && choice.range.getQualityValue() > 0)
                .min(order.thenComparing(comparingInt(Choice::place)).thenComparing(comparingInt(Choice::type)))
                .map(Choice::type);
    }

    /// The range that speaks of the type most precisely.
    private static @Nullable Choice choice(List<MediaType> ranges, MediaType type, int which) {
        Choice found = null;
        for (var place = 0; place < ranges.size(); place++) {
            var range = ranges.get(place);
            if (matches(range, type) && (found == null || precision(range) > precision(found.range))) {
                found = new Choice(which, range, place);
            }
        }
        return found;
    }

    private static boolean matches(MediaType range, MediaType type) {
        var charset = range.getParameter("charset");
        return range.includes(type)
                && (charset == null || charset.replace("\"", "").equalsIgnoreCase("utf-8"));
    }

    private static int precision(MediaType range) {
        return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
    }

    private record Choice(int type, MediaType range, int place) {}
}
