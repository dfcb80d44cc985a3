package org.wangge.transport.socket;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// What a socket may take, and how long it is waited for.
///
/// @param init how long a client may take to send `connection_init`
/// @param ping how often the server asks for a sign of life
/// @param silence how long a client may give none
/// @param stall how long a client may read nothing of what waits for it
/// @param drain over how long sockets are closed when the server stops
/// @param message the longest message, in one frame or several
/// @param fragments the most frames of one message
/// @param pings the most pings and pongs of a client in a second
/// @param operations how many operations may run at once on one socket
/// @param perPerson how many sockets one person may have at once on one node
@ConfigurationProperties("wangge.socket")
record SocketSettings(
        @DefaultValue("10s") Duration init,
        @DefaultValue("25s") Duration ping,
        @DefaultValue("60s") Duration silence,
        @DefaultValue("60s") Duration stall,
        @DefaultValue("10s") Duration drain,
        @DefaultValue("64KB") DataSize message,
        @DefaultValue("64") int fragments,
        @DefaultValue("100") int pings,
        @DefaultValue("64") int operations,
        @DefaultValue("5") int perPerson) {
    int messageBytes() {
        return (int) message.toBytes();
    }
}
