package org.wangge.resident.correction;

import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Spelling;
import org.wangge.access.personal.Keyring;
import org.wangge.refusal.ProblemCode;
import org.wangge.refusal.Problems;
import org.wangge.resident.CareNeed;
import org.wangge.resident.FamilyRelation;
import org.wangge.resident.IdDocument;
import org.wangge.resident.Residency;

/// What is to stand in a record from now on, in clear; what is null stays as it is. It is not written
/// down anywhere but in cells: its text shows masks.
public record Facts(
        @Nullable String name,
        @Nullable IdDocument idDocument,
        @Nullable String phone,
        @Nullable Residency residency,
        @Nullable FamilyRelation relation,
        @Nullable List<CareNeed> careNeeds) {
    public static final Facts NONE = new Facts(null, null, null, null, null, null);
    private static final int LONGEST_NAME = 64;

    public Facts {
        name = name == null ? null : Spelling.name(name);
        careNeeds = careNeeds == null
                ? null
                : careNeeds.stream().distinct().sorted().toList();
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /// What can be seen without the record; `path` names a field as the caller does.
    public Problems problems(LocalDate today, Paths paths) {
        var problems = new Problems();
        if (name != null) {
            problems.text(paths.of(RecordField.NAME), name, 1, LONGEST_NAME);
        }
        return problems.check(
                        idDocument == null || idDocument.isValid(today),
                        paths.of(RecordField.ID_DOCUMENT),
                        ProblemCode.MALFORMED)
                .check(phone == null || new Phone(phone).isValid(), paths.of(RecordField.PHONE), ProblemCode.MALFORMED);
    }

    /// How a caller names the fields.
    public interface Paths {
        String of(RecordField field);
    }

    /// Tells these facts from others, and nothing to whoever has no key.
    public String fingerprint(Keyring keyring) {
        return String.join(
                "|",
                print(keyring, "resident.name", name),
                print(keyring, "resident.id_document", idDocument == null ? null : idDocument.number()),
                print(keyring, "resident.phone", phone),
                residency + "|" + relation + "|" + careNeeds);
    }

    private static String print(Keyring keyring, String field, @Nullable String clear) {
        return clear == null ? "-" : HexFormat.of().formatHex(keyring.index(field, clear));
    }

    @Override
    public String toString() {
        return "facts of a resident";
    }
}
