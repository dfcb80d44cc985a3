package org.wangge.issue.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class WorkflowPageTests {
    /// With `-Dworkflow.renew=true` it writes the page anew.
    @Test
    void thePageTellsOfTheTableAsItIs() throws IOException {
        if (Boolean.getBoolean("workflow.renew")) {
            Files.writeString(WorkflowPage.FILE, WorkflowPage.text());
        }
        assertThat(WorkflowPage.read(WorkflowPage.FILE))
                .as("renew it: mvn test -Dtest=WorkflowPageTests -Dworkflow.renew=true")
                .isEqualTo(WorkflowPage.text());
    }
}
