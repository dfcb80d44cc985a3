package org.wangge.transport.socket;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.graphql.autoconfigure.GraphQlCorsProperties;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// Which pages may open a socket. Browsers ask nobody before they do, so the server looks at where
/// the page came from; who is no browser says nothing, and needs its token anyway.
@Component
class Origins {
    private final GraphQlCorsProperties allowed;

    Origins(GraphQlCorsProperties allowed) {
        this.allowed = allowed;
    }

    /// A proxy in front may have taken the TLS off, so the scheme of the page is not compared.
    boolean mayEnter(HttpHeaders headers) {
        var origin = headers.getOrigin();
        return origin == null || isOurs(origin, headers.getFirst(HttpHeaders.HOST)) || isAllowed(origin);
    }

    private static boolean isOurs(String origin, @Nullable String host) {
        try {
            var authority = URI.create(origin).getAuthority();
            return authority != null && host != null && lower(authority).equals(lower(host));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private boolean isAllowed(String origin) {
        var configuration = allowed.toCorsConfiguration();
        return configuration != null && configuration.checkOrigin(origin) != null;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
