package org.wangge.notice;

import java.util.Set;
import reactor.core.publisher.Mono;

/// Carries messages to phones: the port to a text message gateway or to WeChat. A bean of this type
/// is all that is needed; without one for a channel, what is for that channel waits.
///
/// Contract: completing means that the message was handed over, and it is not sent again. An error
/// means that it was not; then it is tried again after 1, 2, 4 … 60 minutes, eight times in all. It
/// is given 30 seconds. When a node dies between handing over and noting it, the same id is sent once
/// more: pass it on to the gateway. Neither address nor text may get into a log or an error.
public interface Messenger {
    Set<Channel> channels();

    Mono<Void> send(Message message);
}
