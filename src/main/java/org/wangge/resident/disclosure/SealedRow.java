package org.wangge.resident.disclosure;

import io.r2dbc.spi.Readable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.ClearText;
import org.wangge.access.personal.CellPlace;
import org.wangge.access.personal.Keyring;

/// The cells of one resident, still sealed.
final class SealedRow {
    private final UUID resident;
    private final Map<PersonalField, byte[]> cells = new EnumMap<>(PersonalField.class);

    SealedRow(UUID resident, Readable row) {
        this.resident = resident;
        for (var field : PersonalField.values()) {
            var cell = row.get(field.column() + "_cell", byte[].class);
            if (cell != null) {
                cells.put(field, cell);
            }
        }
    }

    /// One value for each field, also for one of which nothing is kept.
    List<RevealedValue> opened(List<PersonalField> fields, Keyring keyring) {
        return fields.stream()
                .distinct()
                .map(field -> new RevealedValue(field, opened(field, keyring)))
                .toList();
    }

    private @Nullable ClearText opened(PersonalField field, Keyring keyring) {
        var cell = cells.get(field);
        return cell == null ? null : field.clear(keyring.open(cell, new CellPlace(field.place(), resident)));
    }
}
