package org.wangge.issue.reply;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wangge.access.personal.CellColumn;
import org.wangge.access.personal.CellColumns;

/// What is sealed of replies: who was talked to.
@Component
class ReplyCells implements CellColumns {
    @Override
    public List<CellColumn> columns() {
        return List.of(CellColumn.of("issue_reply.contacted"), CellColumn.of("issue_reply_draft.contacted"));
    }
}
