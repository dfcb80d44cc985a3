package org.wangge.graphql;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import org.wangge.graphql.document.DocumentLimits;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;
import reactor.core.publisher.Mono;

/// Refuses variables with lists that are too long, or with text that PostgreSQL cannot keep or UTF-8
/// cannot carry: NUL, and halves of surrogate pairs. Literals are looked at once, with their document.
@Component
@Order(1)
class VariableGuard implements WebGraphQlInterceptor {
    private final DocumentLimits limits;

    VariableGuard(DocumentLimits limits) {
        this.limits = limits;
    }

    @Override
    public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
        return Mono.defer(() -> {
            check("variables", request.getVariables());
            return chain.next(request);
        });
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

    /// @throws Fault INVALID_TEXT, LIST_TOO_LONG
    private void check(String path, @Nullable Object value) {
        switch (value) {
            case String text -> check(isKeepable(text), FaultCode.INVALID_TEXT, path);
            case Map<?, ?> map -> map.forEach((name, item) -> check(path + '.' + name, item));
            case List<?> list -> {
                check(list.size() <= limits.list(), FaultCode.LIST_TOO_LONG, path, list.size(), limits.list());
                list.forEach(item -> check(path, item));
            }
            case null, default -> {}
        }
    }

    private static void check(boolean isRight, FaultCode code, Object... words) {
        if (!isRight) {
            throw new Fault(code, words);
        }
    }
}
