package org.wangge.graphql;

import graphql.GraphqlErrorBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Refuses variables with text that PostgreSQL cannot keep or UTF-8 cannot carry: NUL, and halves
/// of surrogate pairs. Literals are looked at once, when their document is parsed.
@Component
@Order(1)
class TextGuard implements WebGraphQlInterceptor {
    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        var path = unkeepable("variables", request.getVariables());
        return path == null ? chain.next(request) : Mono.just(refused(request, path));
    }

    static boolean isKeepable(String text) {
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (Character.isHighSurrogate(character)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (character == 0 || Character.isSurrogate(character)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String unkeepable(String path, @Nullable Object value) {
        return switch (value) {
            case String text -> isKeepable(text) ? null : path;
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> unkeepable(path + "." + entry.getKey(), entry.getValue()))
                        .reduce(null, TextGuard::firstOf);
            case List<?> list ->
                list.stream().map(item -> unkeepable(path, item)).reduce(null, TextGuard::firstOf);
            case null, default -> null;
        };
    }

    private static @Nullable String firstOf(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }

    private static WebGraphQlResponse refused(WebGraphQlRequest request, String path) {
        var error = Faults.error(
                GraphqlErrorBuilder.newError(),
                new Fault(FaultCode.INVALID_TEXT, path),
                request.getLocale(),
                request.getId());
        return RequestErrors.answer(request, error);
    }
}
