package org.wangge.issue.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import org.wangge.issue.Line;
import org.wangge.issue.Move;

/// The workflow as clients read it: the table itself.
@Controller
class WorkflowController {
    /// A command of the workflow.
    record WorkflowMove(Move move, List<Line> lines) {}

    @QueryMapping
    List<WorkflowMove> issueWorkflow() {
        return Arrays.stream(Move.values())
                .map(move -> new WorkflowMove(move, move.lines()))
                .toList();
    }

    @SchemaMapping
    String label(WorkflowMove move, @Argument @Nullable String locale, Locale request) {
        return MoveLabels.of(move.move(), locale, request);
    }
}
