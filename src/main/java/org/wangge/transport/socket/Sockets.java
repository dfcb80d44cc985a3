package org.wangge.transport.socket;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// All sockets of this node: how many there are of each person, and how they end when the server
/// stops, a few at a time so that their clients do not all come back at once.
@Component
class Sockets implements SmartLifecycle {
    /// When the web server stops taking connections; readiness has gone before.
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 1024;
    private static final Duration APART = Duration.ofMillis(20);

    private final SocketSettings settings;
    private final Random random = new Random();
    private final Map<String, Integer> persons = new HashMap<>();
    private Sinks.One<Duration> leaving = Sinks.one();
    private int open;
    private boolean isRunning;
    private @Nullable Runnable emptied;

    Sockets(SocketSettings settings) {
        this.settings = settings;
    }

    SocketSettings settings() {
        return settings;
    }

    /// Counts one more, unless the server is stopping.
    synchronized boolean enter() {
        if (!isRunning) {
            return false;
        }
        open++;
        return true;
    }

    synchronized void leave() {
        open--;
        tellWhenEmpty();
    }

    /// Whether the person may have one more.
    synchronized boolean sit(String person) {
        if (persons.getOrDefault(person, 0) >= settings.perPerson()) {
            return false;
        }
        persons.merge(person, 1, Integer::sum);
        return true;
    }

    synchronized void rise(String person) {
        persons.computeIfPresent(person, (who, count) -> count == 1 ? null : count - 1);
    }

    /// Completes when it is a socket's turn to end.
    synchronized Mono<Void> turn() {
        return leaving.asMono()
                .flatMap(window ->
                        Mono.delay(window.multipliedBy(random.nextInt(100)).dividedBy(100)))
                .then();
    }

    @Override
    public synchronized void start() {
        leaving = Sinks.one();
        emptied = null;
        isRunning = true;
    }

    @Override
    public synchronized void stop(Runnable callback) {
        isRunning = false;
        emptied = callback;
        var needed = APART.multipliedBy(open);
        leaving.tryEmitValue(needed.compareTo(settings.drain()) < 0 ? needed : settings.drain());
        tellWhenEmpty();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public synchronized boolean isRunning() {
        return isRunning;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void tellWhenEmpty() {
        if (open == 0 && emptied != null) {
            emptied.run();
            emptied = null;
        }
    }
}
