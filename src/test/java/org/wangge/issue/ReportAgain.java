package org.wangge.issue;

import org.springframework.boot.test.context.TestComponent;
import org.wangge.access.Viewer;
import org.wangge.town.Awaited;

/// Reports as a command does, for tests that stand elsewhere.
@TestComponent
public class ReportAgain {
    private final IssueService service;

    ReportAgain(IssueService service) {
        this.service = service;
    }

    public void report(ReportIssueInput input, Viewer viewer) {
        Awaited.the(service.report(input, viewer));
    }
}
