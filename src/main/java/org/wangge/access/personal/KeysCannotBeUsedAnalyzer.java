package org.wangge.access.personal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says in a sentence what is the matter with the keys.
final class KeysCannotBeUsedAnalyzer extends AbstractFailureAnalyzer<KeysCannotBeUsed> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, KeysCannotBeUsed cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), rootFailure);
    }
}
