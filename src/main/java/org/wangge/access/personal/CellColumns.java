package org.wangge.access.personal;

import java.util.List;

/// The sealed columns of a capability. Each has to be named here: what is not named keeps its old key
/// when keys are changed, and cannot be opened once that is gone.
public interface CellColumns {
    List<CellColumn> columns();
}
