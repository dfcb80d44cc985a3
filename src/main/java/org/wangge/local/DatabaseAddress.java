package org.wangge.local;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where a PostgreSQL database is and who signs in, said once and turned into the two urls the
/// drivers want: R2DBC for the server, JDBC for the migrations. `tls` are the TLS settings
/// (`sslmode`, `sslrootcert`), which the drivers spell differently.
record DatabaseAddress(String host, int port, String name, String user, String password, Map<String, String> tls) {
    private static final Pattern URL = Pattern.compile("(?:jdbc:|r2dbc:)?postgres(?:ql)?://"
            + "(?:(?<user>[^:@/?#]+)(?::(?<password>[^@/?#]*))?@)?"
            + "(?<host>\\[[0-9A-Fa-f:.]+]|[\\w.-]+)(?::(?<port>\\d{1,5}))?"
            + "/(?<name>[^/?#]+)(?:\\?(?<query>[^#]*))?");
    private static final Map<String, String> TLS = Map.of("sslmode", "sslMode", "sslrootcert", "sslRootCert");
    private static final String EXAMPLE = "postgresql://db.example.org:5432/wangge";

    DatabaseAddress {
        tls = Map.copyOf(tls);
    }

    /// Reads `postgresql://host:5432/name`, with or without `jdbc:` or `r2dbc:` in front. A user
    /// and a password of their own win over those in the url.
    ///
    /// @throws CannotStart if the url is malformed or nobody is named to sign in
    static DatabaseAddress of(String url, String user, String password) {
        var parts = parts(url.strip());
        var signsIn = user.isBlank() ? decoded(parts.group("user")) : user;
        if (signsIn.isBlank()) {
            throw refused("nobody is named to sign in; set wangge.database.user");
        }
        var secret = password.isEmpty() ? decoded(parts.group("password")) : password;
        var port = port(parts.group("port"));
        var tls = tls(parts.group("query"));
        return new DatabaseAddress(parts.group("host"), port, parts.group("name"), signsIn, secret, tls);
    }

    static DatabaseAddress local(int port, String name, String user, String password) {
        return new DatabaseAddress("127.0.0.1", port, name, user, password, Map.of());
    }

    String jdbc() {
        return "jdbc:postgresql://" + path() + query(tls);
    }

    String r2dbc() {
        var renamed = new LinkedHashMap<String, String>();
        tls.forEach((key, value) -> renamed.put(TLS.getOrDefault(key, key), value));
        return "r2dbc:postgresql://" + path() + query(renamed);
    }

    /// Without the password: addresses end up in logs.
    @Override
    public String toString() {
        return user + " at " + path();
    }

    private String path() {
        return host + ":" + port + "/" + name;
    }

    private static String query(Map<String, String> options) {
        return options.entrySet().stream()
                .map(option -> option.getKey() + "=" + option.getValue())
                .sorted()
                .collect(Collectors.joining("&", options.isEmpty() ? "" : "?", ""));
    }

    private static Matcher parts(String url) {
        var parts = URL.matcher(url);
        if (!parts.matches()) {
            throw refused("it does not read like " + EXAMPLE);
        }
        if (parts.group("host").contains("_")) {
            throw refused("the reactive driver reads no host name with an underscore");
        }
        return parts;
    }

    private static int port(@Nullable String digits) {
        var port = digits == null ? 5432 : Integer.parseInt(digits);
        if (port < 1 || port > 65_535) {
            throw refused(port + " is no port");
        }
        return port;
    }

    private static Map<String, String> tls(@Nullable String query) {
        var options = new LinkedHashMap<String, String>();
        for (var pair : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            var option = pair.split("=", 2);
            if (option.length < 2 || !TLS.containsKey(option[0])) {
                throw refused("only sslmode and sslrootcert may follow the '?'");
            }
            options.put(option[0], option[1]);
        }
        return options;
    }

    private static String decoded(@Nullable String part) {
        try {
            var text = part == null ? "" : part.replace("+", "%2B");
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw refused("a '%' in the user or the password is written %25");
        }
    }

    /// Never repeats the url: it may hold a password.
    private static CannotStart refused(String reason) {
        return new CannotStart(
                "wangge.database.url cannot be used: " + reason + ".",
                "Set wangge.database.url=%s, wangge.database.user and wangge.database.password (or".formatted(EXAMPLE)
                        + " WANGGE_DATABASE_URL, WANGGE_DATABASE_USER, WANGGE_DATABASE_PASSWORD), or leave"
                        + " the url out to use the PostgreSQL that comes with Wangge.");
    }
}
