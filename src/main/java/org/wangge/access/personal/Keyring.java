package org.wangge.access.personal;

import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wangge.access.Spelling;

/// The keys in use at one moment: values are sealed with the current one, and opened and found with
/// any. Take it anew for each command from [Keyrings], and keep it no longer.
public final class Keyring {
    private final DataKey current;
    private final Map<Integer, DataKey> keys;
    private final boolean alike;

    Keyring(DataKey current, Collection<DataKey> inUse) {
        this(current, inUse.stream().collect(Collectors.toUnmodifiableMap(DataKey::id, Function.identity())), false);
    }

    private Keyring(DataKey current, Map<Integer, DataKey> keys, boolean alike) {
        this.current = current;
        this.keys = keys;
        this.alike = alike;
    }

    /// One that seals the same text in the same place to the same bytes, for what must be made alike
    /// twice, as the demo street. Who sees two such cells learns whether they are equal, and no more.
    public Keyring sealingAlike() {
        return new Keyring(current, keys, true);
    }

    public byte[] seal(String clear, CellPlace place) {
        return alike ? current.sealAlike(clear, place) : current.seal(clear, place);
    }

    /// @throws UnreadableCell when it was changed, belongs elsewhere, or its key is not in use
    public String open(byte[] cell, CellPlace place) {
        var key = keys.get(DataKey.idIn(cell));
        if (key == null) {
            throw new UnreadableCell(place, "its key is not in use");
        }
        try {
            return key.open(cell, place);
        } catch (GeneralSecurityException changed) {
            throw new UnreadableCell(place, "it was changed, or sealed for another place");
        }
    }

    /// What to find the value by, under the current key. The field's last word says how the value is
    /// spelled: `phone`, `id_document`, or as it is.
    public byte[] index(String field, String clear) {
        return current.index(field, spelled(field, clear));
    }

    /// What the value may be found by, under each key in use: for `… = any(:indexes)`.
    public byte[][] indexes(String field, String clear) {
        var spelled = spelled(field, clear);
        return keys.values().stream().map(key -> key.index(field, spelled)).toArray(byte[][]::new);
    }

    int currentId() {
        return current.id();
    }

    private static String spelled(String field, String clear) {
        return switch (field.substring(field.lastIndexOf('.') + 1)) {
            case "phone" -> Spelling.phone(clear);
            case "id_document" -> Spelling.idDocument(clear);
            default -> Spelling.name(clear);
        };
    }
}
