package org.wangge.resident.request;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wangge.access.Personal;
import org.wangge.resident.CareNeed;
import org.wangge.resident.FamilyRelation;
import org.wangge.resident.IdDocument;
import org.wangge.resident.IdDocumentType;
import org.wangge.resident.Residency;
import org.wangge.resident.correction.Facts;
import org.wangge.resident.correction.RecordField;

/// What a resident says is right, in clear, as long as it takes to check and to seal it.
record Proposal(RecordField field, String proposed, IdDocumentType documentType) {
    /// The facts that it means; empty when it means none, such as a residency that there is not.
    Optional<Facts> facts() {
        return switch (field) {
            case NAME -> Optional.of(new Facts(proposed, null, null, null, null, null));
            case ID_DOCUMENT ->
                Optional.of(new Facts(null, new IdDocument(documentType, proposed), null, null, null, null));
            case PHONE -> Optional.of(new Facts(null, null, proposed, null, null, null));
            case RESIDENCY ->
                constant(Residency.values(), proposed).map(one -> new Facts(null, null, null, one, null, null));
            case RELATION ->
                constant(FamilyRelation.values(), proposed).map(one -> new Facts(null, null, null, null, one, null));
            case CARE_NEEDS -> needs().map(needs -> new Facts(null, null, null, null, null, needs));
        };
    }

    String mask() {
        return switch (field) {
            case NAME -> Personal.name(proposed.strip()).display();
            case ID_DOCUMENT -> Personal.idDocument(proposed).display();
            case PHONE -> Personal.phone(proposed).display();
            case RESIDENCY, RELATION, CARE_NEEDS -> proposed.strip();
        };
    }

    private Optional<List<CareNeed>> needs() {
        var words = Arrays.stream(proposed.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
        var needs = words.stream()
                .map(word -> constant(CareNeed.values(), word))
                .flatMap(Optional::stream)
                .toList();
        return needs.size() == words.size() ? Optional.of(needs) : Optional.empty();
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] constants, String word) {
        return Arrays.stream(constants)
                .filter(one -> one.name().equals(word.strip()))
                .findFirst();
    }

    @Override
    public String toString() {
        return field + " " + mask();
    }
}
