package org.wangge.graphql;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.refusal.Fault;
import org.wangge.refusal.FaultCode;

/// An object's id as clients see it: the name of its type and its UUID in 22 characters, such as
/// `issue_AZrTbW3kc4aZ0c1v2k9lXw`. Clients compare it and send it back, nothing else.
public final class GlobalId {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int UUID_CHARACTERS = 22;

    private GlobalId() {}

    public static String encode(String type, UUID value) {
        var bytes = ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits());
        return type + '_' + ENCODER.encodeToString(bytes.array());
    }

    /// @throws Fault INVALID_ID when the text is no id, WRONG_ID_TYPE when it names another type
    public static UUID decode(String type, String text) {
        var actual = typeOf(text);
        if (actual == null) {
            throw new Fault(FaultCode.INVALID_ID, "id");
        }
        if (!actual.equals(type)) {
            throw new Fault(FaultCode.WRONG_ID_TYPE, "id", actual);
        }
        return uuidOf(text);
    }

    /// The type that a well-formed id names, null when the text is no id.
    public static @Nullable String typeOf(String text) {
        var split = text.length() - UUID_CHARACTERS - 1;
        if (split < 1 || text.charAt(split) != '_') {
            return null;
        }
        var type = text.substring(0, split);
        return type.chars().allMatch(Character::isLetter) && isCanonical(text, type) ? type : null;
    }

    private static boolean isCanonical(String text, String type) {
        try {
            return encode(type, uuidOf(text)).equals(text);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static UUID uuidOf(String text) {
        var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(text.length() - UUID_CHARACTERS)));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
