package org.wangge.notice;

import java.util.UUID;
import reactor.core.publisher.Mono;

/// Knows the phone that somebody left with an issue: whoever keeps the issues offers one.
public interface IssuePhones {
    /// The number in clear, to send to; empty when none was left.
    Mono<String> of(UUID issueId);
}
