package org.wangge.access.account.phone;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// On one machine codes are read in the log; nowhere else.
@Component
@ConditionalOnBooleanProperty("wangge.local.active")
@ConditionalOnMissingBean(HttpSms.class)
class LogSms implements SmsSender {
    private static final Logger LOG = LoggerFactory.getLogger(LogSms.class);

    @Override
    public Mono<Void> send(Phone phone, String code, int minutes) {
        return Mono.fromRunnable(() -> LOG.info(
                "Code for {}: {} (good for {} minutes; shown in the local profile only)", phone, code, minutes));
    }
}
