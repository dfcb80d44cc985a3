package org.wangge.notice;

import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// On one machine messages are read in the log, with their addresses masked; nowhere else.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@ConditionalOnBooleanProperty("wangge.local.active")
class LogMessenger implements Messenger {
    private static final Logger LOG = LoggerFactory.getLogger(LogMessenger.class);

    @Override
    public Set<Channel> channels() {
        return EnumSet.allOf(Channel.class);
    }

    @Override
    public Mono<Void> send(Message message) {
        return Mono.fromRunnable(() -> LOG.info(
                "{} to {}: {} (shown in the local profile only)",
                message.channel(),
                message.maskedAddress(),
                message.text()));
    }
}
