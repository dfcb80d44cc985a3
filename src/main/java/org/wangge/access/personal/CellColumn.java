package org.wangge.access.personal;

import org.jspecify.annotations.Nullable;

/// A column of sealed values: `phone_cell` of `resident`, and perhaps `phone_index` to find them by.
///
/// @param field what stands in the [CellPlace] of its cells, such as `resident.phone`
/// @param id the column with the row that stands in the place
public record CellColumn(
        String field,
        String table,
        String id,
        String cell,
        @Nullable String index) {
    /// Of `resident.name`: the column `name_cell` of `resident`, whose rows have an `id`.
    public static CellColumn of(String field) {
        var dot = field.indexOf('.');
        return new CellColumn(field, field.substring(0, dot), "id", field.substring(dot + 1) + "_cell", null);
    }

    /// With an index beside it.
    public CellColumn indexed() {
        return new CellColumn(field, table, id, cell, cell.replaceFirst("_cell$", "_index"));
    }
}
