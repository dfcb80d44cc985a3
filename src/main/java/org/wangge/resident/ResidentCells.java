package org.wangge.resident;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wangge.access.personal.CellColumn;
import org.wangge.access.personal.CellColumns;

/// What is sealed of a resident.
@Component
class ResidentCells implements CellColumns {
    @Override
    public List<CellColumn> columns() {
        return List.of(
                CellColumn.of("resident.name"),
                CellColumn.of("resident.id_document").indexed(),
                CellColumn.of("resident.phone").indexed());
    }
}
