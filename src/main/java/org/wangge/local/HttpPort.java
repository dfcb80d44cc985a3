package org.wangge.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/// The port the server is going to listen on, tried before a database is started for nothing.
record HttpPort(@Nullable String address, int port) {
    private static final int ANY = 0;

    static HttpPort of(Environment environment) {
        var port = environment.getProperty("server.port", "8080");
        if (!port.matches("-1|\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new CannotStart(
                    "server.port is '%s', which is no port.".formatted(port),
                    "Choose a number from 0 (any free port) to 65535:\n\n" + CannotStart.passing("--server.port=8081"));
        }
        return new HttpPort(environment.getProperty("server.address"), Integer.parseInt(port));
    }

    /// @throws CannotStart if the port or the address cannot be had now
    void refuseIfTaken() {
        if (port <= ANY) {
            return;
        }
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(local(), port));
        } catch (IOException e) {
            throw new CannotStart(
                    "Port %d cannot be opened (%s: %s)."
                            .formatted(port, e.getMessage(), address == null ? "every address" : address),
                    "Stop the program that uses it, or choose another port (an ordinary user: above 1023) or"
                            + " another address of this machine (--server.address):\n\n"
                            + CannotStart.passing("--server.port=8081"),
                    e);
        }
    }

    private @Nullable InetAddress local() throws IOException {
        return StringUtils.hasText(address) ? InetAddress.getByName(address) : null;
    }
}
