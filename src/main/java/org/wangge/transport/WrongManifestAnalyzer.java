package org.wangge.transport;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says what is wrong with the trusted documents, without a stack trace.
class WrongManifestAnalyzer extends AbstractFailureAnalyzer<WrongManifest> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, WrongManifest cause) {
        var action = "Correct the files in the folders that wangge.documents.folders names. They are documents"
                + " (.graphql), manifests of Apollo (.json) or of Relay (.json, an object of ids and texts);"
                + " an id, or the name of a file, stands for one document only.";
        return new FailureAnalysis(cause.getMessage(), action, cause);
    }
}
