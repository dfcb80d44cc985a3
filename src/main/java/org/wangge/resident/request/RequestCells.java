package org.wangge.resident.request;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wangge.access.personal.CellColumn;
import org.wangge.access.personal.CellColumns;

/// What is sealed of a request, until it is decided.
@Component
class RequestCells implements CellColumns {
    @Override
    public List<CellColumn> columns() {
        return List.of(CellColumn.of("record_request.proposed"));
    }
}
