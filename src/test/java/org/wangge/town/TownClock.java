package org.wangge.town;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/// The clock of a server under test that stands still until a test sets it: for what is told to the
/// minute. It begins on Monday 2026-03-02 at 09:00.
@TestComponent
@Primary
public class TownClock extends Clock {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final AtomicReference<Instant> now = new AtomicReference<>(at("2026-03-02 09:00"));

    /// As `2026-03-02 09:40`, in Shanghai.
    public static Instant at(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T')).atZone(SHANGHAI).toInstant();
    }

    /// As `2026-03-02 09:40`, in Shanghai.
    public static String told(Instant at) {
        return LocalDateTime.ofInstant(at, SHANGHAI).toString().replace('T', ' ');
    }

    public void set(String text) {
        set(at(text));
    }

    public void set(Instant at) {
        now.set(at);
    }

    @Override
    public ZoneId getZone() {
        return SHANGHAI;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }

    @Override
    public Instant instant() {
        return now.get();
    }
}
