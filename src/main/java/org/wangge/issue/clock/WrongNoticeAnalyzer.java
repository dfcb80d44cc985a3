package org.wangge.issue.clock;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says which line of which notice is wrong, instead of a stack trace.
class WrongNoticeAnalyzer extends AbstractFailureAnalyzer<WrongNotice> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongNotice cause) {
        return new FailureAnalysis(
                "The holidays in " + cause.file() + " cannot be read. " + cause.getMessage(),
                "Copy the sentences of the State Council's notice once more, one holiday to a line. Without the file,"
                        + " weekends count as free and all other days as worked.",
                cause);
    }
}
