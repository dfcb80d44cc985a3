package org.wangge.transport.socket;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// What has come by a socket and waits for its turn, so that a ping which comes after it need not. It is so
/// much that whoever asks faster than it reads answers is soon read no faster. All on the thread of the channel.
final class ReadAhead {
    private static final int MOST_CHARACTERS = 256 * 1024;

    private int characters;
    private Sinks.Empty<Void> left = Sinks.empty();

    /// Completes when a message of that length may wait as well; one alone always may.
    Mono<Void> room(int length) {
        return Mono.defer(() -> {
            if (characters > 0 && characters + length > MOST_CHARACTERS) {
                return left.asMono().then(room(length));
            }
            characters += length;
            return Mono.empty();
        });
    }

    /// A message of that length had its turn.
    void leave(int length) {
        characters -= length;
        var before = left;
        left = Sinks.empty();
        before.tryEmitEmpty();
    }
}
